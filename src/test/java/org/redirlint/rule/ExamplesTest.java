package org.redirlint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redirlint.diagnostic.Diagnostic;

/** Every example is blamed for what it says, and for nothing else. */
class ExamplesTest {

  static Stream<Path> examples() {
    return Examples.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isBlamedForWhatItExpects(Path example) throws IOException {
    List<Expectation> expected = Expectation.in(Files.readAllLines(example));
    List<Diagnostic> unexpected = new ArrayList<>();
    List<Expectation> missing = new ArrayList<>(expected);
    for (Diagnostic diagnostic : Examples.check(example).diagnostics()) {
      boolean met = missing.removeIf(expectation -> isMetBy(expectation, diagnostic));
      if (!met) {
        unexpected.add(diagnostic);
      }
    }
    assertThat(unexpected)
        .as("unexpected in %s", example)
        .extracting(
            found ->
                found.origin().start().line() + ": " + found.rule().id() + " " + found.message())
        .isEmpty();
    assertThat(missing).as("expected in vain in %s", example).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void badExamplesExpectTheirRuleAndGoodOnesDoNot(Path example) throws IOException {
    String rule = example.getName(example.getNameCount() - 2).toString();
    List<Expectation> expected = Expectation.in(Files.readAllLines(example));
    if (String.valueOf(example.getFileName()).startsWith("bad-")) {
      assertThat(expected).extracting(Expectation::rule).contains(rule);
    } else {
      assertThat(String.valueOf(example.getFileName())).startsWith("good-");
      assertThat(expected).extracting(Expectation::rule).doesNotContain(rule);
    }
  }

  private static boolean isMetBy(Expectation expectation, Diagnostic diagnostic) {
    return expectation.line() == diagnostic.origin().start().line()
        && expectation.rule().equals(diagnostic.rule().id())
        && diagnostic.message().contains(expectation.message());
  }
}
