package org.redirlint.regex.automaton;

/** Two automata that read the same text at once; a state is a pair of theirs. */
final class Product implements Machine {

  private final Automaton left;
  private final Automaton right;
  private final Acceptance acceptance;

  /** Which texts are wanted. */
  enum Acceptance {
    /** Those of both. */
    BOTH,
    /** Those of at least one. */
    EITHER,
    /** Those of the left, and not of the right. */
    LEFT_ONLY,
    /** Those of exactly one. */
    ONE_ONLY;

    boolean holds(boolean left, boolean right) {
      return switch (this) {
        case BOTH -> left && right;
        case EITHER -> left || right;
        case LEFT_ONLY -> left && !right;
        case ONE_ONLY -> left != right;
      };
    }
  }

  Product(Automaton left, Automaton right, Acceptance acceptance) {
    this.left = left;
    this.right = right;
    this.acceptance = acceptance;
  }

  private static long pair(int left, int right) {
    return (left + 1L) << 32 | (right + 1);
  }

  private static int left(long pair) {
    return (int) (pair >>> 32) - 1;
  }

  private static int right(long pair) {
    return (int) pair - 1;
  }

  @Override
  public long start() {
    return pair(0, 0);
  }

  @Override
  public boolean accepts(long pair) {
    int one = left(pair);
    int other = right(pair);
    return acceptance.holds(
        one != Automaton.NOWHERE && left.accepts(one),
        other != Automaton.NOWHERE && right.accepts(other));
  }

  @Override
  public void edges(long pair, Edges edges) {
    int one = left(pair);
    int other = right(pair);
    int way = one == Automaton.NOWHERE ? 0 : left.begin(one);
    int end = one == Automaton.NOWHERE ? 0 : left.end(one);
    int otherWay = other == Automaton.NOWHERE ? 0 : right.begin(other);
    int otherEnd = other == Automaton.NOWHERE ? 0 : right.end(other);
    boolean leftAlone = acceptance.holds(true, false);
    boolean rightAlone = acceptance.holds(false, true);
    int from = 0;
    while (way < end || otherWay < otherEnd) {
      int first = way < end ? Math.max(from, left.first(way)) : Integer.MAX_VALUE;
      int otherFirst =
          otherWay < otherEnd ? Math.max(from, right.first(otherWay)) : Integer.MAX_VALUE;
      int last;
      if (first == otherFirst) {
        last = Math.min(left.last(way), right.last(otherWay));
        edges.add(first, last, pair(left.target(way), right.target(otherWay)));
      } else if (first < otherFirst) {
        last = Math.min(left.last(way), otherFirst - 1);
        if (leftAlone) {
          edges.add(first, last, pair(left.target(way), Automaton.NOWHERE));
        }
      } else {
        last = Math.min(right.last(otherWay), first - 1);
        if (rightAlone) {
          edges.add(otherFirst, last, pair(Automaton.NOWHERE, right.target(otherWay)));
        }
      }
      from = last + 1;
      way += way < end && left.last(way) < from ? 1 : 0;
      otherWay += otherWay < otherEnd && right.last(otherWay) < from ? 1 : 0;
    }
  }
}
