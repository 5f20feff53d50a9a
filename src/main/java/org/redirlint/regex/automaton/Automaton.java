package org.redirlint.regex.automaton;

import java.util.Arrays;

/**
 * A minimal deterministic automaton over bytes and markers, immutable. Its states are numbered in
 * the order in which they are reached, so that two automata of the same texts are the same number
 * by number.
 */
public final class Automaton {

  /** Where no way leads. */
  static final int NOWHERE = -1;

  private final boolean[] accepting;
  private final int[] begins;
  private final char[] firsts;
  private final char[] lasts;
  private final int[] targets;
  private final int hash;

  /**
   * Takes what is minimal and in order; the arrays must not be changed afterwards.
   *
   * @param accepting for each state, whether a text may end there; the first state is the start
   * @param begins for each state, the number of its first way; at the end, the number of all ways
   * @param firsts for each way, its lowest character
   * @param lasts for each way, its highest character
   * @param targets for each way, the state it leads to
   */
  Automaton(boolean[] accepting, int[] begins, char[] firsts, char[] lasts, int[] targets) {
    this.accepting = accepting;
    this.begins = begins;
    this.firsts = firsts;
    this.lasts = lasts;
    this.targets = targets;
    int mixed = Arrays.hashCode(accepting);
    mixed = mixed * 31 + Arrays.hashCode(begins);
    mixed = mixed * 31 + Arrays.hashCode(firsts);
    mixed = mixed * 31 + Arrays.hashCode(lasts);
    this.hash = mixed * 31 + Arrays.hashCode(targets);
  }

  /** Returns the number of states; the first one, in which every text begins, is 0. */
  int size() {
    return accepting.length;
  }

  boolean accepts(int state) {
    return accepting[state];
  }

  /** Returns the number of a state's first way; its ways ascend. */
  int begin(int state) {
    return begins[state];
  }

  /** Returns the number behind a state's last way. */
  int end(int state) {
    return begins[state + 1];
  }

  char first(int way) {
    return firsts[way];
  }

  char last(int way) {
    return lasts[way];
  }

  int target(int way) {
    return targets[way];
  }

  /** Returns the state a character leads to; {@link #NOWHERE} if none. */
  int step(int state, char character) {
    int low = begins[state];
    int high = begins[state + 1] - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (lasts[middle] < character) {
        low = middle + 1;
      } else if (firsts[middle] > character) {
        high = middle - 1;
      } else {
        return targets[middle];
      }
    }
    return NOWHERE;
  }

  /** Returns the state a text leads to; {@link #NOWHERE} if none. */
  int follow(int state, String text) {
    int at = state;
    for (int i = 0; i < text.length() && at != NOWHERE; i++) {
      at = step(at, text.charAt(i));
    }
    return at;
  }

  /** Tells whether two automata have the same texts. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Automaton automaton
            && automaton.hash == hash
            && Arrays.equals(automaton.accepting, accepting)
            && Arrays.equals(automaton.begins, begins)
            && Arrays.equals(automaton.firsts, firsts)
            && Arrays.equals(automaton.lasts, lasts)
            && Arrays.equals(automaton.targets, targets));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
