package org.redirlint.regex.automaton;

import java.util.Arrays;

/** A deterministic automaton as it is being found: state after state, each with its ways. */
final class Draft {

  private boolean[] accepting = new boolean[16];
  private int[] begins = new int[17];
  private char[] firsts = new char[32];
  private char[] lasts = new char[32];
  private int[] targets = new int[32];
  private int states;
  private int ways;

  /** Adds the next state; the ways that follow are its own. */
  void state(boolean accepts) {
    if (states == accepting.length) {
      accepting = Arrays.copyOf(accepting, states * 2);
      begins = Arrays.copyOf(begins, states * 2 + 1);
    }
    accepting[states++] = accepts;
    begins[states] = ways;
  }

  /** Adds a way of the last state, behind its other ways. */
  void way(int first, int last, int target) {
    boolean joins =
        ways > begins[states - 1] && targets[ways - 1] == target && lasts[ways - 1] == first - 1;
    if (joins) {
      lasts[ways - 1] = (char) last;
      return;
    }
    if (ways == targets.length) {
      firsts = Arrays.copyOf(firsts, ways * 2);
      lasts = Arrays.copyOf(lasts, ways * 2);
      targets = Arrays.copyOf(targets, ways * 2);
    }
    firsts[ways] = (char) first;
    lasts[ways] = (char) last;
    targets[ways++] = target;
    begins[states] = ways;
  }

  int states() {
    return states;
  }

  int ways() {
    return ways;
  }

  boolean accepts(int state) {
    return accepting[state];
  }

  int begin(int state) {
    return begins[state];
  }

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

  /** Returns the automaton, which must be minimal and in order. */
  Automaton automaton() {
    return new Automaton(
        Arrays.copyOf(accepting, states),
        Arrays.copyOf(begins, states + 1),
        Arrays.copyOf(firsts, ways),
        Arrays.copyOf(lasts, ways),
        Arrays.copyOf(targets, ways));
  }
}
