package org.redirlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redirlint.Golden;
import org.redirlint.rule.Examples;

/** What fixes make of the bad examples of their rules. */
class FixExamplesTest {

  private static final Path SHOWN = Golden.TESTDATA.resolve("fixes");

  @TempDir private Path folder;

  static Stream<Path> badExamples() {
    return Examples.all()
        .filter(example -> String.valueOf(example.getFileName()).startsWith("bad-"));
  }

  static Stream<String> rules() {
    return badExamples().map(FixExamplesTest::rule).distinct();
  }

  /** A file of {@code testdata/fixes} holds what would be changed in a rule's examples. */
  @ParameterizedTest
  @MethodSource("rules")
  void whatWouldBeChangedIsShown(String rule) {
    StringBuilder shown = new StringBuilder();
    for (Path example : badExamples().filter(e -> rule(e).equals(rule)).toList()) {
      Prompt.Answer answer = run("--fix-dry-run", example);
      shown.append(answer.out()).append(answer.err());
    }
    Path golden = SHOWN.resolve(rule + ".diff");
    if (shown.isEmpty()) {
      assertThat(golden).doesNotExist();
    } else {
      Golden.check(golden, shown.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("badExamples")
  void whatIsFixedIsGoneAndNothingIsNew(Path example) throws IOException {
    String rule = rule(example);
    for (Path file : Golden.list(example.getParent())) {
      Files.copy(file, folder.resolve(String.valueOf(file.getFileName())));
    }
    Path copy = folder.resolve(String.valueOf(example.getFileName()));
    Map<String, Integer> before = counts(copy, rule);
    Prompt.Answer answer = run("--fix", copy, rule);
    Map<String, Integer> after = counts(copy, rule);
    if (Files.readString(copy).equals(Files.readString(example))) {
      assertThat(answer.out()).doesNotContain("fixed 1");
    } else {
      assertThat(answer.out()).containsPattern("(?m)^fixed \\d+ findings? in ");
      assertThat(after.getOrDefault(rule, 0)).isLessThan(before.getOrDefault(rule, 0));
    }
    after.forEach(
        (found, count) ->
            assertThat(count).as(found).isLessThanOrEqualTo(before.getOrDefault(found, 0)));
  }

  /** A rule whose fixes are all refused is one without a fix. */
  @Test
  void whatIsShownChangesSomething() {
    for (Path shown : Golden.list(SHOWN)) {
      assertThat(shown).content().contains("\n@@ ");
    }
  }

  /** Returns how often rules find something that is more than a note, and one of them anything. */
  private static Map<String, Integer> counts(Path file, String rule) {
    Map<String, Integer> counts = new TreeMap<>();
    lines(file)
        .filter(line -> !line.contains(": info: "))
        .map(line -> line.substring(line.lastIndexOf('[') + 1, line.length() - 1))
        .forEach(found -> counts.merge(found, 1, Integer::sum));
    counts.put(rule, (int) lines(file, "--rule", rule).count());
    return counts;
  }

  private static Stream<String> lines(Path file, String... options) {
    List<String> words = new ArrayList<>(List.of("check", "--format", "errorformat"));
    words.addAll(List.of("--today", "2026-11-01", file.toString()));
    words.addAll(List.of(options));
    return Prompt.run(words.toArray(String[]::new)).out().lines();
  }

  private static String rule(Path example) {
    return example.getName(example.getNameCount() - 2).toString();
  }

  private static Prompt.Answer run(String option, Path example) {
    return run(option, example, rule(example));
  }

  private static Prompt.Answer run(String option, Path example, String rule) {
    List<String> words =
        new ArrayList<>(List.of("check", "--today", "2026-11-01", "--rule", rule, option));
    words.add(example.toString());
    return Prompt.run(words.toArray(String[]::new));
  }
}
