package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.redirlint.http.Url;

/**
 * Follows redirects from one URL to the next one, each URL but once, and remembers where they go
 * round.
 */
final class Walks {

  /** More redirects than these are taken for a URL that grows without end. */
  private static final int FAR = 100;

  /** What leads to a circle has no length. */
  private static final int ENDLESS = -1;

  private final Function<Url, Optional<Url>> next;
  private final Map<Url, Integer> lengths = new HashMap<>();
  private final Map<Url, Integer> starts = new LinkedHashMap<>();
  private final Set<Url> targets = new HashSet<>();
  private final Set<Url> endless = new LinkedHashSet<>();

  /**
   * Begins without a walk.
   *
   * @param next returns where a URL is redirected to; empty if that does not lead back
   */
  Walks(Function<Url, Optional<Url>> next) {
    this.next = next;
  }

  /** Follows a URL until it is not redirected any more, or is known. */
  void from(Url start) {
    Set<Url> way = new LinkedHashSet<>();
    Optional<Url> at = Optional.of(start);
    while (at.isPresent() && !lengths.containsKey(at.get()) && way.size() < FAR) {
      if (!way.add(at.get())) {
        break;
      }
      at = next.apply(at.get());
      at.ifPresent(targets::add);
    }
    int length = at.isEmpty() ? -1 : lengths.getOrDefault(at.get(), ENDLESS);
    boolean ends = at.isEmpty() || length != ENDLESS;
    if (at.isPresent() && !lengths.containsKey(at.get())) {
      endless.add(at.get());
    }
    List<Url> backwards = new ArrayList<>(way);
    for (int i = backwards.size() - 1; i >= 0; i--) {
      length = ends ? length + 1 : ENDLESS;
      lengths.put(backwards.get(i), length);
    }
    starts.putIfAbsent(start, lengths.get(start));
  }

  /** Returns a URL of each circle, or of what seems to be one. */
  Set<Url> endless() {
    return endless;
  }

  /**
   * Returns where the longest walks began, of more than one redirect each, the longest first. The
   * same path by another scheme or port is not told twice.
   */
  List<Url> longest(int most) {
    Set<String> pages = new HashSet<>();
    return starts.entrySet().stream()
        .filter(start -> start.getValue() > 1 && !targets.contains(start.getKey()))
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .filter(start -> pages.add(start.getKey().host() + start.getKey().target()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }
}
