package org.redirlint.regex.automaton;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The operations on automata. Each automaton given and returned is deterministic and minimal, and
 * no automaton is ever changed.
 *
 * <p>Each operation that could make an automaton too large throws {@link
 * LanguageTooLargeException}: none may have more than 10,000 states.
 *
 * <p>The library's {@code equals} and {@code hashCode} change an automaton in place; they are never
 * used.
 */
public final class Automata {

  private Automata() {}

  /** Returns the automaton of no text. */
  public static Automaton none() {
    Automaton none = new Automaton();
    none.setDeterministic(true);
    return none;
  }

  /** Returns the automaton of every text of bytes. */
  public static Automaton all() {
    return loop(Alphabet.LAST_BYTE);
  }

  /** Returns the automaton of every text of bytes and markers. */
  static Automaton allMarked() {
    return loop(Alphabet.LAST_MARKER);
  }

  /** Returns the automaton of every text of at least so many bytes. */
  public static Automaton notShorterThan(int length) {
    Nfa nfa = new Nfa();
    int start = nfa.state();
    int at = start;
    for (int i = 0; i < length; i++) {
      int next = nfa.state();
      nfa.edge(at, (char) 0, Alphabet.LAST_BYTE, next);
      at = next;
    }
    nfa.edge(at, (char) 0, Alphabet.LAST_BYTE, at);
    nfa.accept(at);
    return nfa.determinize(start);
  }

  private static Automaton loop(char last) {
    State state = new State();
    state.setAccept(true);
    state.addTransition(new Transition((char) 0, last, state));
    Automaton all = new Automaton();
    all.setInitialState(state);
    all.setDeterministic(true);
    return all;
  }

  /** Returns the automaton of some texts. */
  public static Automaton texts(Collection<String> texts) {
    new Budget().steps((int) Math.min(Budget.STEPS + 1L, totalLength(texts)));
    // The library takes no empty text.
    String[] written = texts.stream().filter(text -> !text.isEmpty()).toArray(String[]::new);
    Automaton union = written.length == 0 ? none() : BasicAutomata.makeStringUnion(written);
    union.getInitialState().setAccept(written.length < texts.size());
    if (union.getNumberOfStates() > Budget.STATES) {
      throw new LanguageTooLargeException("more than " + Budget.STATES + " states");
    }
    return union;
  }

  private static long totalLength(Collection<String> texts) {
    return texts.stream().mapToLong(String::length).sum();
  }

  /** Returns the texts of both. */
  public static Automaton intersection(Automaton left, Automaton right) {
    return product(left, right, Product.Acceptance.BOTH);
  }

  /** Returns the texts of either. */
  public static Automaton union(Automaton left, Automaton right) {
    return product(left, right, Product.Acceptance.EITHER);
  }

  /** Returns the left texts without the right ones. */
  public static Automaton difference(Automaton left, Automaton right) {
    return product(left, right, Product.Acceptance.LEFT_ONLY);
  }

  /** Returns the texts of exactly one. */
  public static Automaton symmetricDifference(Automaton left, Automaton right) {
    return product(left, right, Product.Acceptance.ONE_ONLY);
  }

  private static Automaton product(Automaton left, Automaton right, Product.Acceptance wanted) {
    return Machine.explore(new Product(left, right, wanted), new Budget());
  }

  /** Returns each left text followed by each right one. */
  public static Automaton concatenation(Automaton left, Automaton right) {
    Nfa nfa = new Nfa();
    int start = nfa.state();
    int middle = nfa.state();
    nfa.copy(left, start).forEach(end -> nfa.silent(end, middle));
    nfa.copy(right, middle).forEach(nfa::accept);
    return nfa.determinize(start);
  }

  /** Tells whether there is no text. */
  public static boolean isEmpty(Automaton automaton) {
    State start = automaton.getInitialState();
    return !start.isAccept() && start.getTransitions().isEmpty();
  }

  /** Tells whether every text of bytes is among them. */
  public static boolean isAll(Automaton automaton) {
    State start = automaton.getInitialState();
    return start.isAccept()
        && start
            .getTransitions()
            .equals(Set.of(new Transition((char) 0, Alphabet.LAST_BYTE, start)));
  }

  /** Tells whether a text is among them. */
  public static boolean contains(Automaton automaton, String text) {
    State state = automaton.getInitialState();
    for (int i = 0; i < text.length() && state != null; i++) {
      state = state.step(text.charAt(i));
    }
    return state != null && state.isAccept();
  }

  /** Returns the same texts, markers being allowed everywhere. */
  public static Automaton ignoringMarkers(Automaton automaton) {
    Nfa nfa = new Nfa();
    int start = nfa.state();
    nfa.copy(automaton, start).forEach(nfa::accept);
    for (int state = 0; state < nfa.size(); state++) {
      nfa.edge(state, Alphabet.FIRST_MARKER, Alphabet.LAST_MARKER, state);
    }
    return nfa.determinize(start);
  }

  /** Returns what stands between {@link Alphabet#OPEN} and {@link Alphabet#CLOSE}. */
  public static Automaton between(Automaton marked) {
    Nfa nfa = new Nfa();
    int start = nfa.state();
    int whole = nfa.state();
    nfa.copy(marked, whole);
    int size = nfa.size();
    int end = nfa.state();
    nfa.accept(end);
    for (int state = whole; state < size; state++) {
      for (Nfa.Edge edge : List.copyOf(nfa.edgesOf(state))) {
        if (edge.first() <= Alphabet.OPEN && Alphabet.OPEN <= edge.last()) {
          nfa.silent(start, edge.to());
        }
        if (edge.first() <= Alphabet.CLOSE && Alphabet.CLOSE <= edge.last()) {
          nfa.silent(state, end);
        }
      }
    }
    return intersection(nfa.determinize(start), all());
  }
}
