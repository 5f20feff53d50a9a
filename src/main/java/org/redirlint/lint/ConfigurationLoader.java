package org.redirlint.lint;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redirlint.ast.Document;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.diagnostic.Problem;
import org.redirlint.resolve.IncludeExpander;
import org.redirlint.resolve.LoadResult;
import org.redirlint.site.Targets;
import org.redirlint.source.Origin;

/** From paths to configurations: what every command does first. */
public final class ConfigurationLoader {

  private ConfigurationLoader() {}

  /**
   * What was read.
   *
   * @param documents all files, included ones among them
   * @param configurations the files that no other one includes, each with its includes
   * @param problems what could not be read or included
   */
  public record Loaded(
      Collection<Document> documents,
      List<LoadedConfiguration> configurations,
      List<Problem> problems) {
    public Loaded {
      documents = List.copyOf(documents);
      configurations = List.copyOf(configurations);
      problems = List.copyOf(problems);
    }

    /**
     * Returns parts that can be checked by themselves. What stands in no configuration belongs to
     * the first one.
     */
    List<Loaded> parts() {
      List<List<LoadedConfiguration>> apart = Targets.apart(configurations);
      if (apart.size() < 2) {
        return List.of(this);
      }
      Map<String, Integer> numbers = new HashMap<>();
      for (int i = 0; i < apart.size(); i++) {
        for (LoadedConfiguration configuration : apart.get(i)) {
          numbers.put(configuration.main().source().path(), i);
        }
      }
      Map<Integer, List<Document>> read =
          documents.stream().collect(groupingBy(d -> numbers.getOrDefault(d.source().path(), 0)));
      Map<Integer, List<Problem>> wrong =
          problems.stream()
              .collect(groupingBy(p -> numbers.getOrDefault(p.origin().file().path(), 0)));
      return IntStream.range(0, apart.size())
          .mapToObj(
              i ->
                  new Loaded(
                      read.getOrDefault(i, List.of()),
                      apart.get(i),
                      wrong.getOrDefault(i, List.of())))
          .toList();
    }
  }

  /**
   * Reads what is asked for.
   *
   * @throws UnreadablePathException if a path is not there, or its language cannot be told
   */
  public static Loaded load(LintRequest request, Progress progress) {
    return load(request, InputFile.of(request), progress);
  }

  /** Reads standard input and some of the files that are asked for. */
  static Loaded load(LintRequest request, List<InputFile> files, Progress progress) {
    InputReader input = new InputReader(request);
    List<Document> given = input.read(files, progress);
    DocumentStore store = input.store();
    List<LoadResult> loaded =
        independent(given.stream().map(main -> IncludeExpander.load(main, store)).toList());
    return new Loaded(
        store.documents(),
        loaded.stream().map(LoadResult::configuration).toList(),
        problems(store, loaded));
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
