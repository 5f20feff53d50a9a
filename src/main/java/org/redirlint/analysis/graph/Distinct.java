package org.redirlint.analysis.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Things that differ from each other, in the order met. Languages are told apart fast, but hashed
 * slowly: there are few things, and each is compared with all.
 *
 * @param all the things
 */
record Distinct<T>(List<T> all) {

  /** Begins without things. */
  Distinct() {
    this(new ArrayList<>());
  }

  /** Takes a thing; returns whether it is new. */
  boolean add(T thing) {
    return !all.contains(thing) && all.add(thing);
  }

  /** Takes things. */
  void addAll(Collection<T> things) {
    things.forEach(this::add);
  }
}
