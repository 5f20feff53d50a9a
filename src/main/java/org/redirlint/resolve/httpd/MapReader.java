package org.redirlint.resolve.httpd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redirlint.model.httpd.RewriteMap;
import org.redirlint.resolve.httpd.Installation.ServerFiles;

/** Reads {@code RewriteMap}. */
final class MapReader {

  private static final Set<String> FUNCTIONS = Set.of("toupper", "tolower", "escape", "unescape");

  private static final Pattern DATABASE = Pattern.compile("dbm=([^:]*):");
  private static final Set<String> DATABASE_TYPES =
      Set.of("default", "db", "gdbm", "ndbm", "sdbm", "lmdb");

  private final ServerFiles files;
  private final Map<String, RewriteMap> maps = new LinkedHashMap<>();

  MapReader(ServerFiles files) {
    this.files = files;
  }

  Map<String, RewriteMap> maps() {
    return maps;
  }

  void read(Statement statement) throws RefusedException {
    String source = statement.argument(1);
    maps.put(statement.argument(0), map(statement, source));
  }

  private RewriteMap map(Statement statement, String source) throws RefusedException {
    if (source.startsWith("int:")) {
      String function = source.substring(4);
      if (!FUNCTIONS.contains(function)) {
        throw new RefusedException("RewriteMap: internal map not found:" + function);
      }
      return new RewriteMap.Internal(statement.origin(), function);
    }
    Matcher database = DATABASE.matcher(source);
    if (database.lookingAt() && !DATABASE_TYPES.contains(database.group(1))) {
      throw new RefusedException("RewriteMap: dbm type " + database.group(1) + " is invalid");
    }
    boolean random = source.startsWith("rnd:");
    boolean text = source.startsWith("txt:") || source.startsWith("/");
    Optional<String> content =
        random || text ? files.read(source.replaceFirst("^(rnd|txt):", "")) : Optional.empty();
    if (content.isEmpty()) {
      return new RewriteMap.Unknown(statement.origin(), source);
    }
    Map<String, String> values = values(content.get());
    if (!random) {
      return new RewriteMap.Text(statement.origin(), values);
    }
    Map<String, List<String>> choices = new HashMap<>();
    values.forEach((key, value) -> choices.put(key, List.of(value.split("\\|", -1))));
    return new RewriteMap.Random(statement.origin(), choices);
  }

  /** The first line of a key counts (lookup_map_txtfile). */
  private static Map<String, String> values(String content) {
    Map<String, String> values = new HashMap<>();
    for (String line : (Iterable<String>) content.lines()::iterator) {
      if (line.isEmpty() || line.charAt(0) == '#' || line.charAt(0) <= ' ') {
        continue;
      }
      List<String> words = new ArrayList<>(List.of(line.trim().split("[ \t\r\f\u000B]+")));
      if (words.size() > 1) {
        values.putIfAbsent(words.get(0), words.get(1));
      }
    }
    return values;
  }
}
