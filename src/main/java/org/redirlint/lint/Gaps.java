package org.redirlint.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.analysis.Gap;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.ast.Placeholders;
import org.redirlint.diagnostic.Problem;
import org.redirlint.lint.ConfigurationLoader.Loaded;
import org.redirlint.resolve.IncludeExpander;
import org.redirlint.source.Origin;

/**
 * What of configurations could not be read, or is still to be filled. What is said of a
 * configuration with a gap holds only if nothing in the gap speaks against it.
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

  /**
   * Directives whose words say which requests are redirected and where to: what is still to be
   * filled in them may close a circle, or open one.
   */
  private static final List<String> REDIRECTING =
      List.of(
          "return",
          "rewrite",
          "error_page",
          "try_files",
          "if",
          "set",
          "location",
          "Redirect",
          "RedirectMatch",
          "RedirectPermanent",
          "RedirectTemp",
          "RewriteRule",
          "RewriteCond",
          "RewriteBase",
          "ErrorDocument");

  /** By main file, what text is not known. */
  private final Map<String, Gap> unknown = new HashMap<>();

  /** By main file, the includes that lead to nothing. */
  private final Map<String, List<Origin>> notIncluded = new HashMap<>();

  Gaps(Loaded loaded, Placeholders placeholders) {
    for (Problem problem : loaded.problems()) {
      String file = mainFile(problem.origin());
      if (problem.rule().equals(Problem.SYNTAX_ERROR)) {
        unknown.putIfAbsent(file, new Gap(unread(List.of(problem.origin())), Gap.Kind.UNREAD));
      } else if (NOT_INCLUDED.contains(problem.rule()) && !isOfParameters(problem)) {
        notIncluded.computeIfAbsent(file, first -> new ArrayList<>()).add(problem.origin());
      }
    }
    for (LoadedConfiguration configuration : loaded.configurations()) {
      placeholders
          .tag(configuration)
          .or(() -> name(configuration.directives(), placeholders))
          .ifPresent(tag -> unknown.put(mainFile(tag), unfilled(tag)));
    }
  }

  private static Optional<Origin> name(
      List<LoadedDirective> directives, Placeholders placeholders) {
    for (LoadedDirective directive : directives) {
      Optional<Origin> found =
          placeholders
              .in(directive)
              .filter(placeholder -> REDIRECTING.stream().anyMatch(directive::is))
              .or(() -> name(directive.body(), placeholders));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean isOfParameters(Problem problem) {
    Origin origin = problem.origin();
    String written = origin.file().text().substring(origin.span().start(), origin.span().end());
    return PARAMETERS.contains(written.substring(written.lastIndexOf('/') + 1));
  }

  private static String mainFile(Origin origin) {
    return origin.includedBy().map(Gaps::mainFile).orElseGet(() -> origin.file().path());
  }

  /** Returns what could not be read of some configurations. */
  Optional<Gap> in(Collection<String> mainFiles) {
    for (String file : mainFiles) {
      Optional<Gap> gap = Optional.ofNullable(unknown.get(file));
      if (gap.isPresent()) {
        return gap;
      }
    }
    List<Origin> missing =
        mainFiles.stream()
            .flatMap(file -> notIncluded.getOrDefault(file, List.of()).stream())
            .toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(new Gap(unread(missing), Gap.Kind.INCLUDED));
  }

  private static Gap unfilled(Origin placeholder) {
    return new Gap("what is still to be filled at " + place(placeholder), Gap.Kind.UNFILLED);
  }

  private static String unread(List<Origin> origins) {
    List<String> places = origins.stream().map(Gaps::place).distinct().toList();
    int left = places.size() - MOST_NAMED;
    return "what could not be read at "
        + String.join(", ", places.subList(0, Math.min(places.size(), MOST_NAMED)))
        + (left > 0 ? " and in " + left + (left == 1 ? " more place" : " more places") : "");
  }

  private static String place(Origin origin) {
    return origin.file().path() + ":" + origin.start().line();
  }
}
