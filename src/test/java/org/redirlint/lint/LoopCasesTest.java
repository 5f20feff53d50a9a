package org.redirlint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.redirlint.ast.Dialect;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.ruleset.RulesetLoader;
import org.redirlint.site.Knowledge;
import org.redirlint.source.SourceFile;
import tools.jackson.databind.json.JsonMapper;

/** Publicly reported loops are found, and innocents that look like them are not blamed. */
@EnabledIf("areThere")
class LoopCasesTest {

  private static final Path LOOPS = Path.of("../shared/loops");

  private static final Map<String, String> RULES =
      Map.of(
          "loop", "redirect-loop",
          "growing-loop", "growing-redirect",
          "internal-loop", "internal-rewrite-loop",
          "needs-proxy", "tls-upstream-loop",
          "chain", "redirect-chain");

  private static final Set<String> LOOP_RULES =
      Set.of("redirect-loop", "growing-redirect", "internal-rewrite-loop", "tls-upstream-loop");

  /** The upstream redirects by a header that nginx does not send it: no file here says so. */
  private static final String UPSTREAM_LOOPS = "080-coronastatus-missing-xfp";

  static boolean areThere() {
    return Files.isDirectory(LOOPS);
  }

  @Test
  void everyReportedProblemIsFound() throws IOException {
    List<String> missed = new ArrayList<>();
    StringBuilder table = new StringBuilder();
    for (Path folder : folders("cases")) {
      String expected = expected(folder);
      String rule = RULES.get(expected);
      if (rule == null || folder.endsWith(UPSTREAM_LOOPS)) {
        continue;
      }
      List<String> found = check(folder, "config").stream().map(d -> d.rule().id()).toList();
      table.append("%-40s %-14s %s%n".formatted(folder.getFileName(), expected, found));
      if (!found.contains(rule)) {
        missed.add(folder.getFileName() + ": " + found);
      }
    }
    System.out.print(table);
    assertThat(missed).isEmpty();
  }

  @Test
  void whatIsMendedOrInnocentIsBlamedOnConditionOnly() throws IOException {
    List<String> blamed = new ArrayList<>();
    for (Path folder :
        Stream.concat(folders("cases").stream(), folders("innocent").stream()).toList()) {
      String file = folder.startsWith(LOOPS.resolve("cases")) ? "fixed" : "config";
      if (Files.exists(folder.resolve(file))) {
        check(folder, file).stream()
            .filter(found -> LOOP_RULES.contains(found.rule().id()))
            .filter(found -> found.assumptions().isEmpty())
            .forEach(found -> blamed.add(folder.getFileName() + ": " + found.message()));
      }
    }
    assertThat(blamed).isEmpty();
  }

  private static List<Path> folders(String kind) throws IOException {
    try (Stream<Path> folders = Files.list(LOOPS.resolve(kind))) {
      return folders.sorted().toList();
    }
  }

  private static String expected(Path folder) throws IOException {
    return new JsonMapper()
        .readTree(Files.readString(folder.resolve("meta.json")))
        .at("/expected")
        .asString();
  }

  private static List<Diagnostic> check(Path folder, String file) throws IOException {
    Dialect dialect =
        switch (Files.readString(folder.resolve("kind")).strip()) {
          case "nginx" -> Dialect.NGINX;
          case "htaccess" -> Dialect.HTACCESS;
          default -> Dialect.HTTPD;
        };
    String text = Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
    return new Linter(RulesetLoader.load("recommended"), false)
        .check(
            new LintRequest(
                Path.of("").toRealPath(),
                List.of(),
                Optional.of(SourceFile.of(folder.getFileName().toString(), text)),
                Optional.of(dialect),
                Knowledge.NOTHING,
                List.of(),
                LocalDate.of(2026, 11, 1)),
            Progress.NONE)
        .diagnostics();
  }
}
