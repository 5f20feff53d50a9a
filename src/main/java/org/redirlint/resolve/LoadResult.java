package org.redirlint.resolve;

import java.util.List;
import java.util.Map;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.diagnostic.Problem;
import org.redirlint.source.Origin;

/**
 * A configuration with its includes, and what could not be included.
 *
 * @param configuration the directives in the server's order
 * @param included the place that first includes a file, by the file's path
 * @param problems what is wrong with the includes
 */
public record LoadResult(
    LoadedConfiguration configuration, Map<String, Origin> included, List<Problem> problems) {

  public LoadResult {
    included = Map.copyOf(included);
    problems = List.copyOf(problems);
  }
}
