package org.redirlint.analysis.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what a proof supposes of the world. */
final class Suppositions {

  private final Set<String> made = new LinkedHashSet<>();

  /** Notes a clause that is supposed to hold. */
  void add(String clause) {
    made.add(clause);
  }

  /** Notes what something else supposes. */
  void addAll(Suppositions others) {
    made.addAll(others.made);
  }

  /** Returns all of them, in the order made. */
  List<String> all() {
    return List.copyOf(made);
  }
}
