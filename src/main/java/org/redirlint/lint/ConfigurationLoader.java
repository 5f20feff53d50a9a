package org.redirlint.lint;

import java.util.ArrayList;
import java.util.List;
import org.redirlint.ast.Document;
import org.redirlint.diagnostic.Problem;
import org.redirlint.resolve.IncludeExpander;
import org.redirlint.resolve.LoadResult;

/** Reads configurations with what they include, without checking anything. */
public final class ConfigurationLoader {

  private ConfigurationLoader() {}

  /**
   * What was read.
   *
   * @param configurations the configurations, each from its first file on
   * @param problems what could not be read of them
   */
  public record Loaded(List<LoadResult> configurations, List<Problem> problems) {
    public Loaded {
      configurations = List.copyOf(configurations);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads what is asked for.
   *
   * @throws UnreadablePathException if a path is not there, or its language cannot be told
   */
  public static Loaded load(LintRequest request) {
    InputReader input = new InputReader(request);
    List<Document> given = input.read(Progress.NONE);
    DocumentStore store = input.store();
    List<LoadResult> loaded =
        Linter.independent(given.stream().map(main -> IncludeExpander.load(main, store)).toList());
    List<Problem> problems = new ArrayList<>(store.problems());
    loaded.forEach(result -> problems.addAll(result.problems()));
    return new Loaded(loaded, problems);
  }
}
