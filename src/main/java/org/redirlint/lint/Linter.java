package org.redirlint.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Problem;
import org.redirlint.diagnostic.Severity;
import org.redirlint.lint.ConfigurationLoader.Loaded;
import org.redirlint.resolve.nginx.NginxResolver;
import org.redirlint.rule.Annotations;
import org.redirlint.rule.Project;
import org.redirlint.ruleset.Ruleset;

/** Checks files by the rules of a ruleset. */
public final class Linter {

  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing((Diagnostic diagnostic) -> diagnostic.origin().file().path())
          .thenComparing(diagnostic -> diagnostic.origin().span().start())
          .thenComparing(diagnostic -> diagnostic.rule().id());

  private static final String GENERAL = "invalid-configuration";

  private final Ruleset ruleset;

  /** Returns a linter for a ruleset. */
  public Linter(Ruleset ruleset) {
    this.ruleset = ruleset;
  }

  /**
   * Checks what is asked for.
   *
   * @throws UnreadablePathException if a path is not there, or its language cannot be told
   */
  public CheckResult check(LintRequest request, Progress progress) {
    Loaded loaded = ConfigurationLoader.load(request, progress);
    List<Problem> problems = new ArrayList<>(loaded.problems());
    for (LoadedConfiguration configuration : loaded.configurations()) {
      if (configuration.main().dialect() == Dialect.NGINX) {
        problems.addAll(NginxResolver.resolve(configuration).problems());
      }
    }
    Project project =
        new Project(
            loaded.configurations(), problems, Annotations.of(loaded.documents()), request.today());
    List<Diagnostic> diagnostics =
        ruleset.rules().stream()
            .flatMap(rule -> rule.check(project))
            .sorted(BY_PLACE)
            .filter(firstAtItsPlace())
            .toList();
    return new CheckResult(loaded.documents().size(), withoutRepetitions(diagnostics));
  }

  /** What a rule explains need not be refused in general as well. */
  private static List<Diagnostic> withoutRepetitions(List<Diagnostic> diagnostics) {
    Set<Place> explained = new HashSet<>();
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity() == Severity.ERROR && !isGeneral(diagnostic)) {
        explained.add(Place.of(GENERAL, diagnostic));
      }
    }
    return diagnostics.stream()
        .filter(
            diagnostic ->
                !isGeneral(diagnostic) || !explained.contains(Place.of(GENERAL, diagnostic)))
        .toList();
  }

  private static boolean isGeneral(Diagnostic diagnostic) {
    return diagnostic.rule().id().equals(GENERAL);
  }

  private record Place(String rule, String path, int offset) {
    static Place of(String rule, Diagnostic diagnostic) {
      return new Place(rule, diagnostic.origin().file().path(), diagnostic.origin().span().start());
    }
  }

  /** A file that is included twice has its mistakes but once. */
  private static Predicate<Diagnostic> firstAtItsPlace() {
    Set<Place> seen = new HashSet<>();
    return diagnostic -> seen.add(Place.of(diagnostic.rule().id(), diagnostic));
  }
}
