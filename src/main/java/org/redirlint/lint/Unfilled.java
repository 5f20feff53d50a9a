package org.redirlint.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.Document;
import org.redirlint.ast.Placeholders;
import org.redirlint.diagnostic.Problem;
import org.redirlint.diagnostic.Related;
import org.redirlint.source.Origin;

/**
 * What a server refuses of templates because they have not been filled yet. It is told once for
 * each file: of the rest nobody knows what the server will be given.
 */
final class Unfilled {

  /** The id of a template that the server refuses as it is. */
  static final String RULE = "unfilled-template";

  private static final Set<String> OF_BLOCKS =
      Set.of(Problem.SYNTAX_ERROR, Problem.UNCLOSED_SECTION);

  private static final Set<String> REFUSALS =
      Set.of(Problem.SYNTAX_ERROR, Problem.UNCLOSED_SECTION, "invalid-configuration");

  private final Placeholders placeholders;
  private final Map<String, Dialect> dialects = new HashMap<>();
  private final Map<String, OfFile> files = new LinkedHashMap<>();

  /** The placeholders of a file that the server stumbles over, by their places. */
  private static final class OfFile {
    private final SortedMap<Integer, Origin> placeholders = new TreeMap<>();
    private final Dialect dialect;
    private boolean shapeless;

    OfFile(Dialect dialect) {
      this.dialect = dialect;
    }

    void add(Origin placeholder, boolean ofBlocks) {
      placeholders.putIfAbsent(placeholder.span().start(), placeholder);
      shapeless |= ofBlocks;
    }

    Problem problem() {
      Origin first = placeholders.values().iterator().next();
      return Problem.of(
          RULE,
          first,
          "%s is still to be filled%s: %s refuses the file as it is"
              .formatted(
                  first.file().text(first.span()).replaceAll("\\s+", " "),
                  placeholders.size() == 1 ? "" : " (and " + (placeholders.size() - 1) + " more)",
                  dialect.server()));
    }
  }

  private Unfilled(Collection<Document> documents, Placeholders placeholders) {
    this.placeholders = placeholders;
    for (Document document : documents) {
      dialects.put(document.source().path(), document.dialect());
    }
  }

  /** Returns the problems, one for each file in the place of those that come from placeholders. */
  static List<Problem> together(
      List<Problem> problems, Collection<Document> documents, Placeholders placeholders) {
    return new Unfilled(documents, placeholders).together(problems);
  }

  private List<Problem> together(List<Problem> problems) {
    List<Problem> others = new ArrayList<>();
    for (Problem problem : problems) {
      Optional<Origin> placeholder =
          REFUSALS.contains(problem.rule()) ? placeholder(problem) : Optional.empty();
      if (placeholder.isPresent()) {
        files
            .computeIfAbsent(path(problem), first -> new OfFile(dialect(problem)))
            .add(placeholder.get(), isOfBlocks(problem));
      } else {
        others.add(problem);
      }
    }
    return Stream.concat(
            others.stream().filter(problem -> !isMisplaced(problem)),
            files.values().stream().map(OfFile::problem))
        .toList();
  }

  private Optional<Origin> placeholder(Problem problem) {
    return Stream.concat(
            Stream.of(problem.origin()), problem.related().stream().map(Related::origin))
        .flatMap(place -> placeholders.concerning(place).stream())
        .findFirst()
        .or(
            () ->
                isOfBlocks(problem)
                    ? placeholders.structuring(problem.origin(), dialect(problem))
                    : Optional.empty());
  }

  /** In a file whose blocks are not known, a directive may stand in another one than it seems. */
  private boolean isMisplaced(Problem problem) {
    OfFile known = files.get(path(problem));
    return known != null && known.shapeless && REFUSALS.contains(problem.rule());
  }

  private static boolean isOfBlocks(Problem problem) {
    return OF_BLOCKS.contains(problem.rule());
  }

  private Dialect dialect(Problem problem) {
    return dialects.getOrDefault(path(problem), Dialect.HTTPD);
  }

  private static String path(Problem problem) {
    return problem.origin().file().path();
  }
}
