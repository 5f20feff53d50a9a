package org.redirlint.lint;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.ast.LoadedConfiguration;
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

  private static final Set<String> UNREAD =
      Set.of(
          IncludeExpander.NOT_FOUND,
          IncludeExpander.CYCLE,
          IncludeExpander.OUTSIDE_ROOTS,
          Problem.SYNTAX_ERROR);

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

  private final Map<String, String> byFile = new HashMap<>();

  Gaps(Loaded loaded) {
    for (Problem problem : loaded.problems()) {
      if (UNREAD.contains(problem.rule()) && !isOfParameters(problem)) {
        byFile.putIfAbsent(
            mainFile(problem.origin()), phrase("what could not be read", problem.origin()));
      }
    }
    Placeholders placeholders = Placeholders.of(loaded.configurations());
    for (LoadedConfiguration configuration : loaded.configurations()) {
      placeholders
          .tag(configuration)
          .ifPresent(tag -> byFile.put(mainFile(tag), phrase("what is still to be filled", tag)));
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

  /** Returns the first gap in some configurations, as a phrase. */
  Optional<String> in(Collection<String> mainFiles) {
    return mainFiles.stream()
        .flatMap(file -> Optional.ofNullable(byFile.get(file)).stream())
        .findFirst();
  }

  private static String phrase(String what, Origin origin) {
    return "%s at %s:%d".formatted(what, origin.file().path(), origin.start().line());
  }
}
