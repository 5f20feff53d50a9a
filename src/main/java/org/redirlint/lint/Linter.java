package org.redirlint.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.redirlint.ast.Document;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Problem;
import org.redirlint.resolve.IncludeExpander;
import org.redirlint.resolve.LoadResult;
import org.redirlint.rule.Annotations;
import org.redirlint.rule.Project;
import org.redirlint.ruleset.Ruleset;
import org.redirlint.source.Origin;

/** Checks files by the rules of a ruleset. */
public final class Linter {

  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing((Diagnostic diagnostic) -> diagnostic.origin().file().path())
          .thenComparing(diagnostic -> diagnostic.origin().span().start())
          .thenComparing(diagnostic -> diagnostic.rule().id());

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
    InputReader input = new InputReader(request);
    List<Document> given = input.read(progress);
    DocumentStore store = input.store();
    List<LoadResult> loaded =
        independent(given.stream().map(main -> IncludeExpander.load(main, store)).toList());
    Project project =
        new Project(
            loaded.stream().map(LoadResult::configuration).toList(),
            problems(store, loaded),
            Annotations.of(store.documents()),
            request.today());
    List<Diagnostic> diagnostics =
        ruleset.rules().stream()
            .flatMap(rule -> rule.check(project))
            .sorted(BY_PLACE)
            .filter(firstAtItsPlace())
            .toList();
    return new CheckResult(store.documents().size(), diagnostics);
  }

  private record Place(String rule, String path, int offset) {}

  /** A file that is included twice has its mistakes but once. */
  private static Predicate<Diagnostic> firstAtItsPlace() {
    Set<Place> seen = new HashSet<>();
    return diagnostic ->
        seen.add(
            new Place(
                diagnostic.rule().id(),
                diagnostic.origin().file().path(),
                diagnostic.origin().span().start()));
  }

  /**
   * Leaves out the files that others include: they have been read where they belong. Of files that
   * include each other, the first one stays.
   */
  static List<LoadResult> independent(List<LoadResult> loaded) {
    Map<String, List<Integer>> includers = new HashMap<>();
    for (int i = 0; i < loaded.size(); i++) {
      for (String path : loaded.get(i).included().keySet()) {
        includers.computeIfAbsent(path, first -> new ArrayList<>()).add(i);
      }
    }
    List<LoadResult> independent = new ArrayList<>();
    for (int i = 0; i < loaded.size(); i++) {
      LoadResult candidate = loaded.get(i);
      int index = i;
      boolean standsElsewhere =
          includers.getOrDefault(path(candidate), List.of()).stream()
              .filter(includer -> includer != index)
              .anyMatch(
                  includer ->
                      includer < index
                          || !candidate.included().containsKey(path(loaded.get(includer))));
      if (!standsElsewhere) {
        independent.add(candidate);
      }
    }
    return independent;
  }

  private static String path(LoadResult loaded) {
    return loaded.configuration().main().source().path();
  }

  /** Returns all problems, each with the chain of includes that led to its file. */
  private static List<Problem> problems(DocumentStore store, List<LoadResult> loaded) {
    Map<String, Origin> includedBy = new HashMap<>();
    loaded.forEach(result -> result.included().forEach(includedBy::putIfAbsent));
    Stream<Problem> syntax =
        store.problems().stream()
            .map(
                problem ->
                    new Problem(
                        problem.rule(),
                        new Origin(
                            problem.origin().file(),
                            problem.origin().span(),
                            Optional.ofNullable(includedBy.get(problem.origin().file().path()))),
                        problem.message(),
                        problem.related()));
    return Stream.concat(syntax, loaded.stream().flatMap(result -> result.problems().stream()))
        .toList();
  }
}
