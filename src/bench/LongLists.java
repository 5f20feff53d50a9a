import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Long lists of redirects in which loops of two to nine redirects are hidden, and whether a check
 * has found exactly these; see src/bench/run.
 */
final class LongLists {

  private static final int SHORTEST_LOOP = 2;
  private static final int LONGEST_LOOP = 9;

  /** One in so many redirects leads to another one. */
  private static final int CHAINED = 10;

  /** {@code write FOLDER LINES} writes the lists, {@code verify REPORT LINES} reads what was found. */
  public static void main(String[] arguments) throws IOException {
    int lines = Integer.parseInt(arguments[2]);
    if (arguments[0].equals("write")) {
      write(Path.of(arguments[1]), lines);
    } else {
      verify(lines, Path.of(arguments[1]));
    }
  }

  private static void write(Path folder, int lines) throws IOException {
    int[] next = next(lines);
    StringBuilder locations = new StringBuilder("server {\n");
    StringBuilder redirects = new StringBuilder("# Redirects of mod_alias.\n");
    StringBuilder rules = new StringBuilder("RewriteEngine On\n");
    for (int i = 0; i < lines; i++) {
      String to = next[i] < 0 ? "/new-" + i : "/old-" + next[i];
      locations.append("    location = /old-").append(i).append(" { return 301 ").append(to).append("; }\n");
      redirects.append("Redirect 301 /old-").append(i).append(' ').append(to).append('\n');
      rules.append("RewriteRule ^old-").append(i).append("$ ").append(to).append(" [R=301,L]\n");
    }
    Files.writeString(folder.resolve("locations." + lines + ".nginx.conf"), locations.append("}\n"));
    Files.writeString(folder.resolve("redirects." + lines + ".htaccess"), redirects);
    Files.writeString(folder.resolve("rules." + lines + ".htaccess"), rules);
  }

  /** Returns for each redirect the one it leads to, -1 if none. */
  private static int[] next(int lines) {
    Random random = new Random(lines);
    int[] next = new int[lines];
    Arrays.fill(next, -1);
    for (int i = 0; i < lines - 1; i += CHAINED) {
      next[i] = i + 1 + random.nextInt(lines - 1 - i);
    }
    for (int[] loop : loops(lines)) {
      for (int i = 0; i < loop.length; i++) {
        next[loop[i]] = loop[(i + 1) % loop.length];
      }
    }
    return next;
  }

  private static List<int[]> loops(int lines) {
    Random random = new Random(lines + 1);
    Set<Integer> taken = new HashSet<>();
    List<int[]> loops = new ArrayList<>();
    for (int length = SHORTEST_LOOP; length <= LONGEST_LOOP; length++) {
      loops.add(random.ints(0, lines).filter(taken::add).limit(length).toArray());
    }
    return loops;
  }

  private static void verify(int lines, Path report) throws IOException {
    TreeMap<Integer, Integer> found = new TreeMap<>();
    int chains = 0;
    for (JsonNode finding : JsonMapper.shared().readTree(Files.readString(report)).get("diagnostics")) {
      String rule = finding.get("rule").asString();
      chains += rule.equals("redirect-chain") ? 1 : 0;
      if (rule.equals("redirect-loop")) {
        found.put(finding.get("line").asInt(), finding.get("trace").size());
      }
    }
    TreeMap<Integer, Integer> hidden = new TreeMap<>();
    for (int[] loop : loops(lines)) {
      hidden.put(Arrays.stream(loop).max().orElseThrow() + 2, loop.length);
    }
    System.out.println(
        "  loops hidden (line=redirects): "
            + hidden
            + (found.equals(hidden) ? ", all found" : ", found: " + found)
            + "; chains told of: "
            + chains);
    if (!found.equals(hidden)) {
      System.exit(1);
    }
  }
}
