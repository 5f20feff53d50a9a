package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.List;
import org.redirlint.semantics.Chain;

/**
 * A chain of redirects that the simulator was seen to give.
 *
 * @param trial the first request, and what was supposed of files
 * @param chain the requests and answers
 * @param assumptions what has to be so for it, and is not known
 */
public record Observed(Trial trial, Chain chain, List<Assumption> assumptions) {

  public Observed {
    assumptions = List.copyOf(assumptions);
  }

  /** Tells whether everything assumed is often so. */
  public boolean isPlausible() {
    return assumptions.stream().allMatch(Assumption::plausible);
  }

  /** Returns the same chain with something more that has to be so. */
  Observed assuming(Assumption more) {
    List<Assumption> all = new ArrayList<>(assumptions);
    all.add(more);
    return new Observed(trial, chain, all);
  }
}
