package org.redirlint.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redirlint.ast.BlockDirective;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.Directive;
import org.redirlint.ast.Document;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.ast.Node;
import org.redirlint.diagnostic.Problem;
import org.redirlint.diagnostic.Related;
import org.redirlint.resolve.IncludedFiles.Answer;
import org.redirlint.resolve.IncludedFiles.Found;
import org.redirlint.resolve.IncludedFiles.Missing;
import org.redirlint.resolve.IncludedFiles.OutsideRoots;
import org.redirlint.source.Origin;
import org.redirlint.source.SourceFile;

/**
 * Puts included files in the place of the directives that include them: {@code include} of nginx,
 * {@code Include} and {@code IncludeOptional} of httpd.
 *
 * @see <a href="https://nginx.org/en/docs/ngx_core_module.html#include">include (nginx)</a>
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/core.html#include">Include (httpd)</a>
 */
public final class IncludeExpander {

  /** The id of includes whose file is not there. */
  public static final String NOT_FOUND = "include-not-found";

  /** The id of files that include themselves, and of includes without end. */
  public static final String CYCLE = "include-cycle";

  /** The id of includes that lead out of the folders that may be read. */
  public static final String OUTSIDE_ROOTS = "include-outside-roots";

  /** Files that include files that include files, twice each, would never come to an end. */
  private static final int MOST_INCLUSIONS = 20_000;

  /** httpd gives up at 128 files that include one another. */
  private static final int DEEPEST_INCLUSION = 128;

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

  private final Document main;
  private final IncludedFiles files;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> defined = new HashMap<>();
  private final Map<String, Origin> included = new HashMap<>();
  private Optional<String> serverRoot = Optional.empty();
  private int inclusions;

  private IncludeExpander(Document main, IncludedFiles files) {
    this.main = main;
    this.files = files;
  }

  /**
   * Returns the configuration that begins with a file. What cannot be included is left out and
   * becomes a problem at the including line.
   */
  public static LoadResult load(Document main, IncludedFiles files) {
    IncludeExpander expander = new IncludeExpander(main, files);
    List<LoadedDirective> directives =
        expander.expand(main.nodes(), main.source(), Optional.empty());
    return new LoadResult(
        new LoadedConfiguration(main, directives), expander.included, expander.problems);
  }

  private List<LoadedDirective> expand(
      List<Node> nodes, SourceFile file, Optional<Origin> includedBy) {
    List<LoadedDirective> loaded = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      if (node instanceof Directive directive) {
        Origin origin = new Origin(file, directive.span(), includedBy);
        if (isInclude(directive)) {
          loaded.addAll(include(directive, origin));
        } else {
          remember(directive);
          loaded.add(new LoadedDirective(directive, origin, expandBody(directive, origin)));
        }
      }
    }
    return loaded;
  }

  private List<LoadedDirective> expandBody(Directive directive, Origin origin) {
    return directive instanceof BlockDirective block
        ? expand(block.body(), origin.file(), origin.includedBy())
        : List.of();
  }

  private boolean isInclude(Directive directive) {
    if (directive instanceof BlockDirective || directive.arguments().size() != 1) {
      return false;
    }
    return switch (main.dialect()) {
      case NGINX -> directive.is("include");
      case HTTPD -> directive.is("Include") || directive.is("IncludeOptional");
      case HTACCESS -> false;
    };
  }

  /** httpd looks for relative paths in its ServerRoot, and knows variables. */
  private void remember(Directive directive) {
    if (main.dialect() != Dialect.HTTPD) {
      return;
    }
    if (directive.is("ServerRoot") && directive.arguments().size() == 1) {
      serverRoot = Optional.of(substitute(directive.arguments().get(0).value()));
    } else if (directive.is("Define") && directive.arguments().size() == 2) {
      defined.put(
          directive.arguments().get(0).value(), substitute(directive.arguments().get(1).value()));
    }
  }

  private String substitute(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            variable ->
                Matcher.quoteReplacement(
                    defined.getOrDefault(variable.group(1), variable.group())));
  }

  private List<LoadedDirective> include(Directive directive, Origin origin) {
    String named = directive.arguments().get(0).value();
    String pattern = main.dialect() == Dialect.HTTPD ? substitute(named) : named;
    Origin place = origin.at(directive.arguments().get(0).span());
    Answer answer = files.find(pattern, serverRoot, main);
    if (answer instanceof Found found && !found.documents().isEmpty()) {
      return splice(found, place);
    }
    if (answer instanceof OutsideRoots outside) {
      problems.add(Problem.of(OUTSIDE_ROOTS, place, outsideRoots(outside.path())));
    } else if (!directive.is("IncludeOptional")) {
      absentFile(answer, pattern)
          .ifPresent(path -> problems.add(Problem.of(NOT_FOUND, place, notFound(path))));
    }
    return List.of();
  }

  /** A pattern with wildcards may fit no file in nginx; {@code Include} of httpd refuses that. */
  private Optional<String> absentFile(Answer answer, String pattern) {
    if (answer instanceof Missing missing) {
      return Optional.of(missing.path());
    }
    return main.dialect() == Dialect.HTTPD ? Optional.of(pattern) : Optional.empty();
  }

  private List<LoadedDirective> splice(Found found, Origin place) {
    List<LoadedDirective> loaded = new ArrayList<>();
    List<Origin> chain = chain(place);
    for (Document document : found.documents()) {
      Optional<Origin> already = readAlready(document.source(), chain);
      if (already.isPresent()) {
        problems.add(
            new Problem(
                CYCLE,
                place,
                SourceFile.readable(document.source().path()) + " includes itself",
                List.of(new Related(already.get(), "the file is being read already"))));
      } else if (inclusions < MOST_INCLUSIONS && chain.size() < DEEPEST_INCLUSION) {
        inclusions++;
        included.putIfAbsent(document.source().path(), place);
        loaded.addAll(expand(document.nodes(), document.source(), Optional.of(place)));
      } else {
        problems.add(Problem.of(CYCLE, place, "there is no end to the files that are included"));
        break;
      }
    }
    return loaded;
  }

  /** Returns a place, the one that includes its file, and so on up to the main file. */
  private static List<Origin> chain(Origin place) {
    return Stream.iterate(Optional.of(place), Optional::isPresent, step -> step.get().includedBy())
        .map(Optional::get)
        .toList();
  }

  private static Optional<Origin> readAlready(SourceFile file, List<Origin> chain) {
    return chain.stream().filter(place -> place.file().path().equals(file.path())).findFirst();
  }

  private static String notFound(String path) {
    return "there is no file " + SourceFile.readable(path) + ": what it says is not checked";
  }

  private static String outsideRoots(String path) {
    return SourceFile.readable(path)
        + " lies outside the folders that may be read: what it says is not checked";
  }
}
