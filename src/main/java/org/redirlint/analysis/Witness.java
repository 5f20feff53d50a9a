package org.redirlint.analysis;

import java.util.List;
import java.util.Set;
import org.redirlint.semantics.Chain;

/**
 * A request that the simulator was seen to send in circles.
 *
 * @param chain the requests and answers, one after the other
 * @param assumptions what had to be assumed for it, clauses; empty if nothing had to be
 * @param missing the paths of files that the configuration names and that had to be missing
 */
public record Witness(Chain chain, List<Assumption> assumptions, Set<String> missing) {

  public Witness {
    assumptions = List.copyOf(assumptions);
    missing = Set.copyOf(missing);
  }

  /** Tells whether everything assumed is such as is often so. */
  public boolean isPlausible() {
    return assumptions.stream().allMatch(Assumption::plausible);
  }

  /**
   * Something the configuration does not tell.
   *
   * @param text a clause
   * @param plausible whether it is often so
   */
  public record Assumption(String text, boolean plausible) {}
}
