package org.redirlint.analysis.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.redirlint.regex.Language;
import org.redirlint.regex.Lazy;
import org.redirlint.regex.automaton.LanguageTooLargeException;

/**
 * Steps in the order given, in blocks, and blocks of blocks: of each block all paths are known that
 * any of its steps may take. What leads to few of many steps is so held against few of them.
 *
 * @param <T> what has a step
 */
final class Sources<T> {

  private static final int MOST_IN_A_BLOCK = 8;

  private final List<T> all;
  private final List<Block<T>> blocks;

  private Sources(List<T> all, List<Block<T>> blocks) {
    this.all = all;
    this.blocks = blocks;
  }

  /**
   * Some steps.
   *
   * @param steps the steps of a block that has no blocks inside
   * @param blocks the blocks inside
   * @param paths all paths that any of the steps takes; empty if that is too large to be written
   */
  private record Block<T>(List<T> steps, List<Block<T>> blocks, Lazy<Optional<Language>> paths) {}

  /** Sorts steps into blocks. */
  static <T> Sources<T> of(List<T> all, Function<T, Step> step) {
    List<Block<T>> blocks = new ArrayList<>();
    for (List<T> some : parts(all)) {
      blocks.add(
          new Block<>(
              some,
              List.of(),
              new Lazy<>(() -> union(some, one -> Optional.of(step.apply(one).paths())))));
    }
    while (blocks.size() > MOST_IN_A_BLOCK) {
      List<Block<T>> larger = new ArrayList<>();
      for (List<Block<T>> some : parts(blocks)) {
        larger.add(
            new Block<>(List.of(), some, new Lazy<>(() -> union(some, one -> one.paths().get()))));
      }
      blocks = larger;
    }
    return new Sources<>(List.copyOf(all), List.copyOf(blocks));
  }

  private static <P> List<List<P>> parts(List<P> all) {
    List<List<P>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST_IN_A_BLOCK) {
      parts.add(List.copyOf(all.subList(from, Math.min(all.size(), from + MOST_IN_A_BLOCK))));
    }
    return parts;
  }

  private static <P> Optional<Language> union(
      List<P> parts, Function<P, Optional<Language>> language) {
    Language union = Language.NONE;
    try {
      for (P part : parts) {
        Optional<Language> paths = language.apply(part);
        if (paths.isEmpty()) {
          return paths;
        }
        union = union.union(paths.get());
      }
      return Optional.of(union);
    } catch (LanguageTooLargeException tooLarge) {
      return Optional.empty();
    }
  }

  /** Returns all that has been sorted. */
  List<T> all() {
    return all;
  }

  /** Returns all steps that may take one of some requests, and some that do not. */
  List<T> near(List<Arrival> arrivals) {
    if (all.size() <= MOST_IN_A_BLOCK) {
      return all;
    }
    List<T> near = new ArrayList<>();
    collect(blocks, arrivals, near);
    return near;
  }

  private static <T> void collect(List<Block<T>> blocks, List<Arrival> arrivals, List<T> near) {
    for (Block<T> block : blocks) {
      Optional<Language> paths = block.paths().get();
      if (paths.isEmpty() || arrivals.stream().anyMatch(arrival -> asks(arrival, paths.get()))) {
        near.addAll(block.steps());
        collect(block.blocks(), arrivals, near);
      }
    }
  }

  private static boolean asks(Arrival arrival, Language paths) {
    Language asked = arrival.place().paths();
    return asked.meets(paths) || arrival.uri().meets(paths);
  }
}
