package org.redirlint.analysis.graph;

import java.util.List;
import org.redirlint.regex.Language;

/**
 * What stands between a request and a rule.
 *
 * @param all the rules before it behind which no rule is tried
 * @param later the rule's own conditions, if nothing changes between them what these ask
 */
record Barriers(List<Barrier> all, Conditions later) {

  /** Nothing stands before it. */
  static final Barriers NONE = new Barriers(List.of(), Conditions.NONE);

  Barriers {
    all = List.copyOf(all);
  }

  /** Tells whether nothing stands before it. */
  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Returns those of some requests that come to the rule. */
  Arrival passing(Arrival arrival, Suppositions suppositions) {
    Arrival passing = arrival;
    for (Barrier barrier : all) {
      Suppositions needed = new Suppositions();
      Language taken = barrier.taken(passing, later, needed);
      if (!taken.isEmpty()) {
        suppositions.addAll(needed);
        passing = passing.within(DecodedPaths.ALL.minus(taken));
      }
    }
    return passing;
  }
}
