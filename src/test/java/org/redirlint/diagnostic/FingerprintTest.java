package org.redirlint.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redirlint.source.Origin;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/** A finding is known again wherever its lines have gone. */
class FingerprintTest {

  private static final String DIRECTIVE = "return 307 /x;";

  @Test
  void linesAndWhiteSpaceMayMove() {
    Fingerprint before = only("stray-307", "a.conf", "  return 307 /x; # why\n");
    Fingerprint after = only("stray-307", "a.conf", "# new\r\n\r\n\treturn 307 /x;   # why\r\n");
    assertThat(after).isEqualTo(before);
    assertThat(before.value()).matches("[0-9a-f]{32}");
  }

  @Test
  void theRuleTheFileAndTheTextTellFindingsApart() {
    String text = DIRECTIVE + "\n";
    assertThat(
            List.of(
                only("stray-307", "a.conf", text),
                only("other", "a.conf", text),
                only("stray-307", "b.conf", text),
                only("stray-307", "a.conf", "location /y { " + DIRECTIVE + " }\n")))
        .doesNotHaveDuplicates();
  }

  @Test
  void theSameFileHasTheSameNameOnEverySystem() {
    assertThat(only("stray-307", "conf\\a.conf", DIRECTIVE))
        .isEqualTo(only("stray-307", "conf/a.conf", DIRECTIVE));
  }

  @Test
  void equalLinesAreNumberedInTheirOrder() {
    String text = DIRECTIVE + "\n" + DIRECTIVE + "\n";
    SourceFile file = SourceFile.of("a.conf", text);
    int second = DIRECTIVE.length() + 1;
    List<Fingerprint> both = Fingerprint.of(List.of(found("r", file, 0), found("r", file, second)));
    assertThat(both).doesNotHaveDuplicates();
    assertThat(both.get(0)).isEqualTo(only("r", "a.conf", DIRECTIVE + "\n"));
    SourceFile longer = SourceFile.of("a.conf", text + DIRECTIVE + "\n");
    assertThat(
            Fingerprint.of(
                List.of(
                    found("r", longer, 0),
                    found("r", longer, second),
                    found("r", longer, 2 * second))))
        .startsWith(both.get(0), both.get(1))
        .doesNotHaveDuplicates();
  }

  @Test
  void anEmptyFileHasOneAsWell() {
    SourceFile empty = SourceFile.of("a.conf", "");
    assertThat(Fingerprint.of(List.of(diagnostic("r", Origin.of(empty, new Span(0, 0))))))
        .hasSize(1);
  }

  @Test
  void aLineOfMegabytesIsNotReadForEachOfItsFindings() {
    String line = DIRECTIVE + " ".repeat(50);
    int count = 100_000;
    SourceFile file = SourceFile.of("a.conf", line.repeat(count));
    List<Diagnostic> all =
        IntStream.range(0, count).mapToObj(i -> found("r", file, i * line.length())).toList();
    assertThat(Fingerprint.of(all)).doesNotHaveDuplicates();
  }

  private static Fingerprint only(String rule, String path, String text) {
    SourceFile file = SourceFile.of(path, text);
    return Fingerprint.of(List.of(found(rule, file, text.indexOf(DIRECTIVE)))).get(0);
  }

  private static Diagnostic found(String rule, SourceFile file, int start) {
    return diagnostic(rule, Origin.of(file, new Span(start, start + DIRECTIVE.length())));
  }

  private static Diagnostic diagnostic(String rule, Origin origin) {
    RuleInfo info =
        new RuleInfo(rule, "0.1.0", Severity.WARNING, List.of("nginx"), "", "", "", List.of());
    return new Diagnostic(
        info, Severity.WARNING, "message", origin, List.of(), List.of(), List.of());
  }
}
