package org.redirlint.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.redirlint.regex.Lazy;

/**
 * Tells that no chain is endless although requests come back again and again. Where one kind of
 * request leads to itself in the end, one of three things must be so:
 *
 * <ul>
 *   <li>no redirect makes the URL longer, and one makes it shorter;
 *   <li>the same of the path alone;
 *   <li>no redirect makes the path shorter, one makes it longer, and one needs a file whose path is
 *       as long: there are only finitely many files.
 * </ul>
 *
 * @param <G> a kind of request
 */
final class Ranking<G> {

  private final List<Hop<G>> hops = new ArrayList<>();

  /**
   * A redirect.
   *
   * @param from the requests that are redirected
   * @param to the requests that follow
   * @param change what it does to the URL, empty if no request is redirected so; asked only where
   *     requests can come back
   */
  record Hop<G>(G from, G to, Lazy<Optional<Change>> change) {}

  /**
   * What a redirect does to the length of a URL.
   *
   * @param most by how much the URL can be longer than before, at most; empty if not known
   * @param mostOfPath by how much the path can be longer than before, at most; empty if not known
   * @param least by how much the path must be longer than before, at least; empty if not known
   * @param needsFile whether a file must be there whose path bounds that of the request
   */
  record Change(OptionalLong most, OptionalLong mostOfPath, OptionalLong least, boolean needsFile) {

    private boolean isNotShorter() {
      return least.isPresent() && least.getAsLong() >= 0;
    }
  }

  void add(Hop<G> hop) {
    hops.add(hop);
  }

  /** Tells whether any kind of request can lead to itself. */
  boolean hasCircles() {
    return hops.stream().anyMatch(hop -> !around(hop.from(), hops).isEmpty());
  }

  /** Tells whether every chain of these redirects ends. */
  boolean ends() {
    Set<Set<G>> circles = new HashSet<>();
    for (Hop<G> hop : hops) {
      circles.add(around(hop.from(), hops));
    }
    return circles.stream().allMatch(this::ends);
  }

  private boolean ends(Set<G> circle) {
    List<Hop<G>> inside =
        hops.stream()
            .filter(hop -> circle.contains(hop.from()) && circle.contains(hop.to()))
            .filter(hop -> hop.change().get().isPresent())
            .toList();
    boolean grows =
        all(inside, Change::isNotShorter)
            && hasNoCircle(inside, change -> change.least().orElse(0) <= 0)
            && hasNoCircle(inside, change -> !change.needsFile());
    return shrinks(inside, Change::most) || shrinks(inside, Change::mostOfPath) || grows;
  }

  private static <G> boolean shrinks(List<Hop<G>> inside, Function<Change, OptionalLong> most) {
    return all(inside, change -> most.apply(change).orElse(1) <= 0)
        && hasNoCircle(inside, change -> most.apply(change).orElse(1) == 0);
  }

  private static <G> boolean all(List<Hop<G>> hops, Predicate<Change> chosen) {
    return hops.stream().allMatch(hop -> hop.change().get().filter(chosen).isPresent());
  }

  private static <G> boolean hasNoCircle(List<Hop<G>> hops, Predicate<Change> chosen) {
    List<Hop<G>> left =
        hops.stream().filter(hop -> hop.change().get().filter(chosen).isPresent()).toList();
    return left.stream().noneMatch(hop -> around(hop.from(), left).contains(hop.to()));
  }

  /** Returns what is reached and leads back; empty if nothing does. */
  private static <G> Set<G> around(G start, List<Hop<G>> hops) {
    Set<G> around = reached(start, hops, Hop::from, Hop::to);
    around.retainAll(reached(start, hops, Hop::to, Hop::from));
    return around;
  }

  private static <G> Set<G> reached(
      G start, List<Hop<G>> hops, Function<Hop<G>, G> from, Function<Hop<G>, G> to) {
    Map<G, Set<G>> ways = new HashMap<>();
    hops.forEach(
        hop ->
            ways.computeIfAbsent(from.apply(hop), unknown -> new HashSet<>()).add(to.apply(hop)));
    Set<G> seen = new HashSet<>();
    Deque<G> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      for (G next : ways.getOrDefault(open.remove(), Set.of())) {
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    return seen;
  }
}
