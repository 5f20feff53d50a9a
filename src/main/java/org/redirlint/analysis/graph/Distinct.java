package org.redirlint.analysis.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Things that differ from each other, in the order met. Languages are told apart fast, but hashed
 * slowly: as long as there are few things, each is compared with all.
 *
 * @param <T> a thing
 */
final class Distinct<T> {

  private static final int FEW = 16;

  private final List<T> all = new ArrayList<>();
  private final Map<T, Integer> places = new HashMap<>();

  /** Returns the things. */
  List<T> all() {
    return Collections.unmodifiableList(all);
  }

  /** Takes a thing; returns whether it is new. */
  boolean add(T thing) {
    if (place(thing) >= 0) {
      return false;
    }
    all.add(thing);
    if (all.size() > FEW) {
      for (int i = places.size(); i < all.size(); i++) {
        places.put(all.get(i), i);
      }
    }
    return true;
  }

  /** Takes things. */
  void addAll(Collection<T> things) {
    things.forEach(this::add);
  }

  /** Returns the place of a thing, from 0; -1 if it has not been met. */
  int place(T thing) {
    return all.size() <= FEW ? all.indexOf(thing) : places.getOrDefault(thing, -1);
  }
}
