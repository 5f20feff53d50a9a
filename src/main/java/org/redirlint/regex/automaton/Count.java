package org.redirlint.regex.automaton;

/** Counts the texts of an automaton. */
final class Count {

  private static final int OPEN = 1;
  private static final int DONE = 2;

  private final Automaton automaton;
  private final byte[] seen;
  private final long[] counts;
  private boolean endless;

  Count(Automaton automaton) {
    this.automaton = automaton;
    this.seen = new byte[automaton.size()];
    this.counts = new long[automaton.size()];
  }

  /** Returns how many texts there are; {@link Long#MAX_VALUE} if they are more, or no end. */
  long all() {
    walk();
    return endless ? Long.MAX_VALUE : counts[0];
  }

  /** Tells whether there is an end to the texts. */
  boolean isFinite() {
    walk();
    return !endless;
  }

  private void walk() {
    int[] path = new int[automaton.size()];
    int[] next = new int[automaton.size()];
    int depth = 0;
    next[0] = automaton.begin(0);
    seen[0] = OPEN;
    while (depth >= 0) {
      int state = path[depth];
      if (next[depth] < automaton.end(state)) {
        int target = automaton.target(next[depth]++);
        if (seen[target] == OPEN) {
          endless = true;
          return;
        }
        if (seen[target] == 0) {
          seen[target] = OPEN;
          depth++;
          path[depth] = target;
          next[depth] = automaton.begin(target);
        }
      } else {
        seen[state] = DONE;
        counts[state] = count(state);
        depth--;
      }
    }
  }

  private long count(int state) {
    long count = automaton.accepts(state) ? 1 : 0;
    for (int way = automaton.begin(state); way < automaton.end(state); way++) {
      long characters = automaton.last(way) - automaton.first(way) + 1L;
      long behind = counts[automaton.target(way)];
      count =
          behind > (Long.MAX_VALUE - count) / characters
              ? Long.MAX_VALUE
              : count + characters * behind;
      if (count == Long.MAX_VALUE) {
        return count;
      }
    }
    return count;
  }
}
