package org.redirlint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.redirlint.Corpus;
import org.redirlint.ast.Dialect;
import org.redirlint.diagnostic.SiteVerdict;
import org.redirlint.diagnostic.SiteVerdict.Decision;
import org.redirlint.ruleset.Ruleset;
import org.redirlint.site.Knowledge;
import org.redirlint.source.SourceFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is proved of other people's configurations, as a table of verdicts and of the reasons for
 * which there is none. Of the collection each n-th file is taken: {@code -Dverdicts.every=1} takes
 * them all, {@code -Dverdicts.first} says with which to begin, and {@code -Dverdicts.list=true}
 * names each undecided file.
 */
class VerdictsTest {

  private static final int EVERY = Integer.getInteger("verdicts.every", 48);
  private static final int FIRST = Integer.getInteger("verdicts.first", 0);
  private static final boolean LIST = Boolean.getBoolean("verdicts.list");

  private static final Path LOOPS = Path.of("../shared/loops");

  /** What goes in circles whatever is in front of the server. */
  private static final Set<String> ENDLESS = Set.of("loop", "growing-loop", "internal-loop");

  static boolean areThere() {
    return Files.isDirectory(LOOPS);
  }

  @Test
  void everyFileGetsVerdicts() throws IOException {
    VerdictTable table = new VerdictTable(LIST);
    int number = 0;
    for (Corpus.Entry file : Corpus.read()) {
      if (file.accepted() && !file.template() && number++ % EVERY == FIRST) {
        List<SiteVerdict> verdicts = verdicts(file.source(), file.dialect(), Set.of());
        assertThat(verdicts).as(file.source().path()).isNotEmpty();
        table.add(file.source().path(), file.dialect(), verdicts);
      }
    }
    System.out.print(table);
  }

  @Test
  @EnabledIf("areThere")
  void noReportedLoopIsSaidToBeFreeOfLoops() throws IOException {
    VerdictTable table = new VerdictTable(LIST);
    List<String> wrong = new ArrayList<>();
    for (Path folder : folders("cases")) {
      JsonNode meta = new JsonMapper().readTree(Files.readString(folder.resolve("meta.json")));
      List<SiteVerdict> verdicts = verdicts(folder, "config", hosts(meta));
      table.add(folder.getFileName().toString(), dialect(folder), verdicts);
      if (ENDLESS.contains(meta.at("/expected").asString())
          && verdicts.stream().allMatch(verdict -> verdict.verdict() == Decision.LOOP_FREE)) {
        wrong.add(folder.getFileName() + ": " + verdicts);
      }
    }
    System.out.print(table);
    assertThat(wrong).isEmpty();
  }

  @Test
  @EnabledIf("areThere")
  void whatIsMendedOrInnocentGetsVerdicts() throws IOException {
    VerdictTable table = new VerdictTable(LIST);
    for (Path folder :
        Stream.concat(folders("cases").stream(), folders("innocent").stream()).toList()) {
      String file = folder.startsWith(LOOPS.resolve("cases")) ? "fixed" : "config";
      if (Files.exists(folder.resolve(file))) {
        JsonNode meta = new JsonMapper().readTree(Files.readString(folder.resolve("meta.json")));
        List<SiteVerdict> verdicts = verdicts(folder, file, hosts(meta));
        assertThat(verdicts).as(folder.toString()).isNotEmpty();
        table.add(folder.getFileName().toString(), dialect(folder), verdicts);
      }
    }
    System.out.print(table);
  }

  private static List<Path> folders(String kind) throws IOException {
    try (Stream<Path> folders = Files.list(LOOPS.resolve(kind))) {
      return folders.sorted().toList();
    }
  }

  private static Set<String> hosts(JsonNode meta) {
    Set<String> hosts = new TreeSet<>();
    meta.at("/hosts").forEach(host -> hosts.add(host.asString()));
    return hosts;
  }

  private static Dialect dialect(Path folder) throws IOException {
    return switch (Files.readString(folder.resolve("kind")).strip()) {
      case "nginx" -> Dialect.NGINX;
      case "htaccess" -> Dialect.HTACCESS;
      default -> Dialect.HTTPD;
    };
  }

  private static List<SiteVerdict> verdicts(Path folder, String file, Set<String> hosts)
      throws IOException {
    String text = Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
    return verdicts(SourceFile.of(folder.getFileName().toString(), text), dialect(folder), hosts);
  }

  private static List<SiteVerdict> verdicts(SourceFile file, Dialect dialect, Set<String> hosts) {
    Knowledge nothing = Knowledge.NOTHING;
    Knowledge knowledge =
        new Knowledge(
            nothing.documentRoot(),
            nothing.pathMap(),
            nothing.clientAddress(),
            nothing.serverAddress(),
            hosts,
            nothing.tlsUpstream(),
            nothing.httpd());
    LintRequest request =
        new LintRequest(
            Path.of("").toAbsolutePath(),
            List.of(),
            Optional.of(file),
            Optional.of(dialect),
            knowledge,
            List.of(),
            LocalDate.of(2026, 11, 1));
    return new Linter(new Ruleset(List.of())).check(request, Progress.NONE).verdicts();
  }
}
