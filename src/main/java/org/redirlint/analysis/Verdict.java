package org.redirlint.analysis;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What is known of all the chains of redirects a configuration can send a browser through. */
public sealed interface Verdict {

  /**
   * No chain is endless: every request that browsers can send has been followed to its end.
   *
   * @param longestChain how many redirects in a row lead back here at most, not less than there
   *     are; empty where each chain ends because its URLs get ever shorter
   * @param suppositions what is supposed of the world, clauses
   */
  record LoopFree(OptionalInt longestChain, List<String> suppositions) implements Verdict {
    public LoopFree {
      suppositions = List.copyOf(suppositions);
    }

    /** A verdict that supposes nothing. */
    public LoopFree(OptionalInt longestChain) {
      this(longestChain, List.of());
    }

    /** Returns the verdict that supposes these things besides. */
    LoopFree supposing(List<String> more) {
      return new LoopFree(
          longestChain, Stream.concat(suppositions.stream(), more.stream()).toList());
    }
  }

  /**
   * Some chains are endless.
   *
   * @param witnesses requests that show it, at least one
   */
  record Loops(List<Witness> witnesses) implements Verdict {
    public Loops {
      witnesses = List.copyOf(witnesses);
    }
  }

  /**
   * Neither was found.
   *
   * @param reason why, a clause
   */
  record Undecided(String reason) implements Verdict {}
}
