package org.redirlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Related;
import org.redirlint.diagnostic.RuleInfo;
import org.redirlint.diagnostic.Severity;
import org.redirlint.diagnostic.SiteVerdict;
import org.redirlint.diagnostic.TracedRequest;
import org.redirlint.source.Origin;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names and texts written to fool a terminal or a program. */
class HostileTextTest {

  private static final String EVIL = "\u001B[2J\r\u0007\u009B1m\u202Eevil\u2028\"\\";
  private static final RuleInfo RULE =
      new RuleInfo("some-rule", "0.1.0", Severity.ERROR, List.of("nginx"), "", "", EVIL, List.of());

  private final CheckResult result = result(SourceFile.of("a\n" + EVIL, EVIL + "\n"));

  @Test
  void textHasNoControlCharacters() throws IOException {
    StringWriter out = new StringWriter();
    new TextReport(false, false).write(result, out);
    assertThat(out.toString().replace("\n", ""))
        .contains("evil")
        .matches(text -> text.codePoints().noneMatch(Character::isISOControl))
        .doesNotContain("\u202E", "\u2028");
    assertThat(out.toString().lines().findFirst())
        .hasValueSatisfying(line -> assertThat(line).startsWith("a\u240A"));
  }

  @Test
  void jsonGivesTheTextBack() {
    StringWriter out = new StringWriter();
    new JsonReport().write(result, out);
    JsonNode json = new JsonMapper().readTree(out.toString());
    assertThat(json.at("/diagnostics/0/message").asString()).isEqualTo(EVIL);
    assertThat(json.at("/diagnostics/0/file").asString()).isEqualTo("a\n" + EVIL);
  }

  @Test
  void longLinesAreCutAroundTheirCaret() throws IOException {
    SourceFile file = SourceFile.of("a", "x".repeat(100_000) + "HERE" + "y".repeat(100_000));
    StringWriter out = new StringWriter();
    new TextReport(false, true)
        .write(
            new CheckResult(
                1,
                List.of(
                    new Diagnostic(
                        RULE,
                        Severity.ERROR,
                        "long",
                        Origin.of(file, new Span(100_000, 100_004)),
                        List.of(),
                        List.of(),
                        List.of())),
                List.of()),
            out);
    List<String> lines = out.toString().lines().toList();
    int caret = lines.get(3).indexOf("^^^^");
    assertThat(lines.get(2).substring(caret, caret + 4)).isEqualTo("HERE");
    assertThat(lines.get(2)).hasSizeLessThan(200);
  }

  private static CheckResult result(SourceFile file) {
    Origin origin = Origin.of(file, new Span(0, 1));
    return new CheckResult(
        1,
        List.of(
            new Diagnostic(
                RULE,
                Severity.ERROR,
                EVIL,
                origin,
                List.of(new Related(origin, EVIL)),
                List.of(EVIL),
                List.of(
                    new TracedRequest(
                        EVIL,
                        EVIL,
                        List.of(EVIL),
                        OptionalInt.empty(),
                        Optional.of(EVIL),
                        Optional.of(origin))))),
        List.of(SiteVerdict.undecided(EVIL, EVIL)));
  }
}
