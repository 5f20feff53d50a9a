package org.redirlint.judge;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redirlint.Golden;
import org.redirlint.ast.Dialect;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.judge.ServerBinary.Opinion;
import org.redirlint.lint.LintRequest;
import org.redirlint.lint.Linter;
import org.redirlint.lint.Progress;
import org.redirlint.ruleset.Ruleset;
import org.redirlint.ruleset.RulesetLoader;
import org.redirlint.site.Knowledge;
import org.redirlint.source.SourceFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What httpd says of the pieces of configurations in {@code testdata/refusals/httpd.jsonl}, we say
 * as well: at the same line, in its words or the first of them; and nothing where it says nothing.
 * httpd stops at the first line it refuses; we go on, and say one thing about a line.
 */
class HttpdRefusalsTest {

  private static final Path CASES = Path.of("testdata/refusals/httpd.jsonl");
  private static final Set<String> REFUSALS =
      Set.of(
          "syntax-error",
          "invalid-status",
          "unknown-flag",
          "missing-location",
          "invalid-configuration");
  private static final Pattern PLACE =
      Pattern.compile("Syntax error on line (\\d+) of \\S*judged.conf:\\s*");
  private static final Pattern REASON =
      Pattern.compile(
          ".*refuses [^:]+: (?<refused>.*)|.*httpd does not start \\(\"(?<start>.*)\"\\)",
          Pattern.DOTALL);

  /** Makes a whole configuration of a piece. */
  private static final String WHOLE = "Listen 127.0.0.1:18081\n";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * A piece of a configuration, and what httpd says of it.
   *
   * @param configuration the piece
   * @param line the line that is refused; 0 for none, or where httpd names none
   * @param refused why it is refused; empty if it is accepted
   */
  record Case(String configuration, int line, String refused) {
    @Override
    public String toString() {
      return configuration.replace("\n", " | ");
    }
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String line : Files.readAllLines(CASES)) {
      JsonNode node = MAPPER.readTree(line);
      cases.add(
          new Case(
              node.path("configuration").asString(),
              node.path("line").asInt(0),
              node.path("refused").asString("")));
    }
    return cases;
  }

  @Test
  void httpdSaysSo(@TempDir Path folder) throws Exception {
    List<String> recorded = new ArrayList<>();
    for (Case one : cases()) {
      recorded.add(
          recorded(one, ServerBinary.HTTPD.judge(WHOLE + one.configuration() + "\n", folder)));
    }
    String text = String.join("\n", recorded) + "\n";
    if (Golden.isUpdating()) {
      Files.writeString(CASES, text);
    }
    assertThat(text).isEqualTo(Files.readString(CASES));
  }

  private static String recorded(Case one, Opinion opinion) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("configuration", one.configuration());
    if (!opinion.accepts()) {
      String said = opinion.said().strip();
      Matcher place = PLACE.matcher(said);
      if (place.find()) {
        node.put("line", Integer.parseInt(place.group(1)) - 1);
        node.put("refused", said.substring(place.end()));
      } else {
        node.put("refused", said.lines().findFirst().orElse(""));
      }
    }
    return node.toString();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatHttpdSays(Case one) {
    List<Diagnostic> found = check(one);
    assertThat(found)
        .extracting(diagnostic -> diagnostic.origin().start().line())
        .doesNotHaveDuplicates();
    if (one.refused().isEmpty()) {
      assertThat(found).extracting(Diagnostic::message).isEmpty();
      return;
    }
    assertThat(found).isNotEmpty();
    Diagnostic first = found.get(0);
    Matcher reason = REASON.matcher(first.message());
    assertThat(reason.matches()).as(first.message()).isTrue();
    String refused = reason.group("refused");
    assertThat(one.refused()).contains(refused == null ? reason.group("start") : refused);
    if (one.line() > 0) {
      assertThat(first.origin().start().line() - 1).isEqualTo(one.line());
    }
  }

  private static List<Diagnostic> check(Case one) {
    byte[] text = (WHOLE + one.configuration() + "\n").getBytes(StandardCharsets.ISO_8859_1);
    LintRequest request =
        new LintRequest(
            Path.of("").toAbsolutePath(),
            List.of(),
            Optional.of(SourceFile.of("judged.httpd.conf", text)),
            Optional.of(Dialect.HTTPD),
            Knowledge.NOTHING,
            List.of(),
            LocalDate.of(2026, 11, 1));
    Ruleset refusing =
        new Ruleset(
            RulesetLoader.load("all").rules().stream()
                .filter(rule -> REFUSALS.contains(rule.info().id()))
                .toList());
    return new Linter(refusing, false).check(request, Progress.NONE).diagnostics();
  }
}
