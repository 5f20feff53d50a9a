package org.redirlint.regex.automaton;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.List;

/** Two automata that read the same text at once. */
final class Product implements Machine<Product.Pair> {

  /** The state an automaton is in when no way led on. */
  private static final State NOWHERE = new State();

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

  /**
   * Where both are.
   *
   * @param left the state of the left automaton
   * @param right the state of the right automaton
   */
  record Pair(State left, State right) {}

  @Override
  public Pair start() {
    return new Pair(left.getInitialState(), right.getInitialState());
  }

  @Override
  public boolean accepts(Pair pair) {
    return acceptance.holds(pair.left().isAccept(), pair.right().isAccept());
  }

  @Override
  public void edges(Pair pair, Edges<Pair> edges) {
    Ways lefts = new Ways(pair.left());
    Ways rights = new Ways(pair.right());
    for (int c = 0; c <= Alphabet.LAST_MARKER; ) {
      State toLeft = lefts.at(c);
      State toRight = rights.at(c);
      int last = Math.min(lefts.until(c), rights.until(c));
      boolean hasLeft = !toLeft.equals(NOWHERE);
      boolean hasRight = !toRight.equals(NOWHERE);
      if (acceptance.holds(hasLeft, hasRight)
          || (hasLeft && acceptance.holds(true, false))
          || (hasRight && acceptance.holds(false, true))) {
        edges.add((char) c, (char) last, new Pair(toLeft, toRight));
      }
      c = last + 1;
    }
  }

  /** The ways out of a state, asked for ascending characters. */
  private static final class Ways {

    private final List<Transition> transitions;
    private int index;

    Ways(State state) {
      this.transitions = state.getSortedTransitions(false);
    }

    /** Returns where a character leads. */
    State at(int c) {
      while (index < transitions.size() && transitions.get(index).getMax() < c) {
        index++;
      }
      boolean found = index < transitions.size() && transitions.get(index).getMin() <= c;
      return found ? transitions.get(index).getDest() : NOWHERE;
    }

    /** Returns the last character that leads where {@link #at} said. */
    int until(int c) {
      if (index >= transitions.size()) {
        return Alphabet.LAST_MARKER;
      }
      Transition transition = transitions.get(index);
      return transition.getMin() <= c ? transition.getMax() : transition.getMin() - 1;
    }
  }
}
