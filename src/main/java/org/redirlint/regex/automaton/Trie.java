package org.redirlint.regex.automaton;

import java.util.Collection;

/** Some texts as a machine: a state is the texts that begin alike, and how far they were read. */
final class Trie implements Machine {

  private final String[] texts;

  Trie(Collection<String> texts) {
    this.texts = texts.stream().sorted().toArray(String[]::new);
  }

  /** A state is numbered by its first text and its depth; its last text follows from these. */
  private static long state(int first, int depth) {
    return (long) first << 32 | depth;
  }

  @Override
  public long start() {
    return state(0, 0);
  }

  @Override
  public boolean accepts(long state) {
    int first = (int) (state >>> 32);
    return first < texts.length && texts[first].length() == (int) state;
  }

  @Override
  public void edges(long state, Edges edges) {
    int depth = (int) state;
    int at = (int) (state >>> 32);
    int end = end(at, depth);
    while (at < end && texts[at].length() == depth) {
      at++;
    }
    while (at < end) {
      char c = texts[at].charAt(depth);
      edges.add(c, c, state(at, depth + 1));
      at = end(at, depth + 1);
    }
  }

  /** Returns the number behind the last text that begins like one of them up to a depth. */
  private int end(int first, int depth) {
    if (first >= texts.length) {
      return first;
    }
    int low = first;
    int high = texts.length;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (texts[middle].regionMatches(0, texts[first], 0, depth)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
