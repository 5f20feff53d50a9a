package org.redirlint.rule;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.redirlint.Golden;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.lint.LintRequest;
import org.redirlint.lint.Linter;
import org.redirlint.lint.Progress;
import org.redirlint.ruleset.ConfiguredRule;
import org.redirlint.ruleset.Ruleset;
import org.redirlint.ruleset.RulesetLoader;
import org.redirlint.site.Knowledge;
import org.redirlint.source.SourceFile;

/** The good and bad examples of every rule. */
public final class Examples {

  /** Where they lie: one folder for each rule. */
  public static final Path FOLDER = Golden.TESTDATA.resolve("rules");

  /** The day on which they are checked. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  private Examples() {}

  /** Returns the examples of a rule. */
  public static List<Path> of(String rule) {
    return Golden.list(FOLDER.resolve(rule)).stream().filter(Examples::isExample).toList();
  }

  /** Returns all examples. */
  public static Stream<Path> all() {
    return Golden.list(FOLDER).stream()
        .flatMap(folder -> of(folder.getFileName().toString()).stream());
  }

  /** Returns what is wrong with an example. */
  public static CheckResult check(Path example) throws IOException {
    return check(rule(example), Path.of(""), List.of(example), Optional.empty(), true);
  }

  /**
   * Returns what is wrong with a text that would stand in the folder of a rule's examples.
   *
   * @param text the file's content, under its name in the folder
   */
  public static CheckResult check(String rule, SourceFile text) throws IOException {
    return check(rule, FOLDER.resolve(rule), List.of(), Optional.of(text), true);
  }

  /** Returns what is wrong with an example; nothing is proved of it. */
  public static List<Diagnostic> findings(Path example) throws IOException {
    return check(rule(example), Path.of(""), List.of(example), Optional.empty(), false)
        .diagnostics();
  }

  private static String rule(Path example) {
    return example.getName(example.getNameCount() - 2).toString();
  }

  /** An example is checked by its own rule and by all recommended ones. */
  private static CheckResult check(
      String rule, Path folder, List<Path> paths, Optional<SourceFile> text, boolean judging)
      throws IOException {

    Ruleset ruleset = RulesetLoader.load("recommended");
    Optional<ConfiguredRule> own =
        RulesetLoader.load("all").rules().stream()
            .filter(r -> r.info().id().equals(rule))
            .findFirst();
    return new Linter(own.map(ruleset::with).orElse(ruleset), judging)
        .check(
            new LintRequest(
                folder.toRealPath(),
                paths,
                text,
                Optional.empty(),
                Knowledge.NOTHING,
                List.of(),
                TODAY),
            Progress.NONE);
  }

  /** Examples may bring files that they include. */
  private static boolean isExample(Path file) {
    return !file.getFileName().toString().endsWith(".inc");
  }
}
