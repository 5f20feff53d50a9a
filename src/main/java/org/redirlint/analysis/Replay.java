package org.redirlint.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.redirlint.analysis.Sampler.Sample;
import org.redirlint.analysis.Witness.Assumption;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.Follower;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Simulator;

/** Runs requests in the simulator to see whether they really go in circles. */
final class Replay {

  /** A name with an extension, which nobody gives to a directory. */
  private static final Pattern FILE = Pattern.compile("\\.[A-Za-z0-9]+$");

  private final Facts facts;
  private final Function<Facts, Simulator> simulators;
  private final Follower.Options options;
  private final BiPredicate<String, Integer> listens;

  /**
   * Takes the server.
   *
   * @param facts what is known
   * @param simulators makes a simulator for a world
   * @param options how to follow
   * @param listens tells whether a scheme and port are served
   */
  Replay(
      Facts facts,
      Function<Facts, Simulator> simulators,
      Follower.Options options,
      BiPredicate<String, Integer> listens) {
    this.facts = facts;
    this.simulators = simulators;
    this.options = options;
    this.listens = listens;
  }

  /** Returns the witness that a request is, if it goes in circles in a world like that of a way. */
  Optional<Witness> run(Sample sample, Map<Term, FileStatus> supposed) {
    Optional<Witness> certain = run(sample, new World(facts, Map.of(), Optional.empty()), Set.of());
    if (certain.isPresent()) {
      return certain;
    }
    Map<String, FileStatus> files = new HashMap<>();
    Set<String> constant = new HashSet<>();
    supposed.forEach(
        (term, status) ->
            term.evaluate(sample.inputs())
                .ifPresent(
                    path -> {
                      files.put(path, status);
                      if (term instanceof Term.Text) {
                        constant.add(path);
                      }
                    }));
    return run(sample, new World(facts, files, Optional.of(FileStatus.MISSING)), constant);
  }

  private Optional<Witness> run(Sample sample, World world, Set<String> constant) {
    Chain chain =
        new Follower(simulators.apply(world), options)
            .follow(sample.method(), sample.url(), sample.headers());
    if (!chain.end().isEndless() || !chain.hops().stream().allMatch(this::isServed)) {
      return Optional.empty();
    }
    List<Assumption> assumptions = new ArrayList<>();
    Set<String> missing = new HashSet<>();
    world
        .used()
        .forEach(
            (path, status) -> {
              boolean named = constant.contains(path);
              if (named && !status.isFile() && FILE.matcher(path).find()) {
                missing.add(path);
              }
              boolean plausible = !(named && status == FileStatus.MISSING);
              assumptions.add(new Assumption(described(path, status), plausible));
            });
    return Optional.of(new Witness(chain, assumptions, missing));
  }

  private boolean isServed(Hop hop) {
    return hop.url().isEmpty() || listens.test(hop.url().get().scheme(), hop.url().get().port());
  }

  private static String described(String path, FileStatus status) {
    return switch (status) {
      case MISSING -> "there is nothing at " + path;
      case DIRECTORY -> path + " is a directory";
      default -> path + " is a file";
    };
  }
}
