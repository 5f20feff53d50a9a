package org.redirlint.analysis.graph;

import java.util.List;
import java.util.OptionalInt;

/** What follows from the directives of a configuration for all chains of redirects. */
public sealed interface GraphProof {

  /**
   * Each chain ends.
   *
   * @param longestChain how many redirects in a row lead back here at most, not less than there
   *     are; empty where each chain ends because its URLs get ever shorter
   * @param suppositions what is supposed of the world, clauses
   */
  record Ends(OptionalInt longestChain, List<String> suppositions) implements GraphProof {
    public Ends {
      suppositions = List.copyOf(suppositions);
    }
  }

  /**
   * Nothing follows.
   *
   * @param reason why, a clause
   */
  record Open(String reason) implements GraphProof {}
}
