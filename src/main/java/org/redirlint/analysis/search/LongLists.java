package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redirlint.http.Url;

/**
 * Picks from a long list of redirects the ones that are worth a try: those that lead in circles or
 * far by what is written, and some of the others. A request is tried for each one of a short list.
 */
final class LongLists {

  /** Below this number, all are tried. */
  private static final int SHORT = 1_000;

  /** How many are tried that lead to the source of another one. */
  private static final int MOST_CHAINS = 300;

  /** How many of the others are tried. */
  private static final int MOST_OTHERS = 100;

  private LongLists() {}

  static List<Url> worthATry(List<Redirection> redirections) {
    if (redirections.size() <= SHORT) {
      return redirections.stream().map(Redirection::from).toList();
    }
    Map<Url, Url> next = new HashMap<>();
    for (Redirection redirection : redirections) {
      redirection
          .from()
          .resolve(redirection.to())
          .ifPresent(to -> next.putIfAbsent(redirection.from(), to));
    }
    Set<Url> chosen = new LinkedHashSet<>(circles(next));
    List<Url> others = new ArrayList<>();
    int chains = 0;
    Set<Url> targets = new HashSet<>(next.values());
    for (Redirection redirection : redirections) {
      Url target = next.get(redirection.from());
      boolean begins = !targets.contains(redirection.from());
      if (target != null && next.containsKey(target) && begins && chains < MOST_CHAINS) {
        chains++;
        chosen.add(redirection.from());
      } else {
        others.add(redirection.from());
      }
    }
    int stride = Math.max(1, others.size() / MOST_OTHERS);
    for (int i = 0; i < others.size(); i += stride) {
      chosen.add(others.get(i));
    }
    return List.copyOf(chosen);
  }

  /** Returns one URL of each circle. */
  private static List<Url> circles(Map<Url, Url> next) {
    List<Url> circles = new ArrayList<>();
    Map<Url, Integer> walks = new HashMap<>();
    int walk = 0;
    for (Url start : next.keySet()) {
      walk++;
      Url at = start;
      while (at != null && !walks.containsKey(at)) {
        walks.put(at, walk);
        at = next.get(at);
      }
      if (at != null && walks.getOrDefault(at, 0) == walk) {
        circles.add(at);
      }
    }
    return circles;
  }
}
