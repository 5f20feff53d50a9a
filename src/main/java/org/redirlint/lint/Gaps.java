package org.redirlint.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.analysis.Gap;
import org.redirlint.diagnostic.Problem;
import org.redirlint.resolve.IncludeExpander;
import org.redirlint.source.Origin;

/**
 * What of configurations could not be read. What is said of a configuration with a gap holds only
 * if nothing in the gap speaks against it.
 */
final class Gaps {

  private static final Set<String> NOT_INCLUDED =
      Set.of(IncludeExpander.NOT_FOUND, IncludeExpander.CYCLE, IncludeExpander.OUTSIDE_ROOTS);

  /** How many places are named. */
  private static final int MOST_NAMED = 3;

  /** Files that come with nginx and hold parameters alone. */
  private static final Set<String> PARAMETERS =
      Set.of(
          "fastcgi_params",
          "fastcgi.conf",
          "uwsgi_params",
          "scgi_params",
          "proxy_params",
          "mime.types",
          "koi-utf",
          "koi-win",
          "win-utf");

  private final Map<String, List<Problem>> byFile = new HashMap<>();

  Gaps(List<Problem> problems) {
    for (Problem problem : problems) {
      boolean unread = isIncluded(problem) || problem.rule().equals(Problem.SYNTAX_ERROR);
      if (unread && !isOfParameters(problem)) {
        byFile.computeIfAbsent(mainFile(problem.origin()), file -> new ArrayList<>()).add(problem);
      }
    }
  }

  private static boolean isOfParameters(Problem problem) {
    Origin origin = problem.origin();
    String written = origin.file().text().substring(origin.span().start(), origin.span().end());
    return PARAMETERS.contains(written.substring(written.lastIndexOf('/') + 1));
  }

  private static String mainFile(Origin origin) {
    return origin.includedBy().map(Gaps::mainFile).orElseGet(() -> origin.file().path());
  }

  private static boolean isIncluded(Problem problem) {
    return NOT_INCLUDED.contains(problem.rule());
  }

  /** Returns what could not be read of some configurations. */
  Optional<Gap> in(Collection<String> mainFiles) {
    List<Problem> problems =
        mainFiles.stream().flatMap(file -> byFile.getOrDefault(file, List.of()).stream()).toList();
    Optional<Problem> garbled =
        problems.stream().filter(problem -> !isIncluded(problem)).findFirst();
    return garbled.isPresent()
        ? Optional.of(new Gap(phrase(List.of(garbled.get())), false))
        : problems.isEmpty() ? Optional.empty() : Optional.of(new Gap(phrase(problems), true));
  }

  private static String phrase(List<Problem> problems) {
    List<String> places =
        problems.stream()
            .map(Problem::origin)
            .map(origin -> origin.file().path() + ":" + origin.start().line())
            .distinct()
            .toList();
    int left = places.size() - MOST_NAMED;
    return "what could not be read at "
        + String.join(", ", places.subList(0, Math.min(places.size(), MOST_NAMED)))
        + (left > 0 ? " and in " + left + (left == 1 ? " more place" : " more places") : "");
  }
}
