package org.redirlint.regex.automaton;

import java.util.Collection;
import java.util.List;

/**
 * The operations on automata. Each automaton given and returned is deterministic and minimal, and
 * no automaton is ever changed.
 *
 * <p>Each operation that could make an automaton too large throws {@link
 * LanguageTooLargeException}: none may have more than 10,000 states.
 */
public final class Automata {

  private Automata() {}

  /** Returns the automaton of no text. */
  public static Automaton none() {
    Draft none = new Draft();
    none.state(false);
    return none.automaton();
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
    Draft loop = new Draft();
    loop.state(true);
    loop.way(0, last, 0);
    return loop.automaton();
  }

  /** Returns the automaton of some texts. */
  public static Automaton texts(Collection<String> texts) {
    Budget budget = new Budget(Budget.STEPS);
    budget.steps((int) Math.min(Budget.STEPS + 1L, totalLength(texts)));
    Automaton automaton = Machine.explore(new Trie(texts), budget);
    if (automaton.size() > Budget.STATES) {
      throw new LanguageTooLargeException("more than " + Budget.STATES + " states");
    }
    return automaton;
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

  /** Returns a text followed by each of some texts. */
  public static Automaton behind(String text, Automaton automaton) {
    if (isEmpty(automaton)) {
      return automaton;
    }
    Budget budget = new Budget();
    Draft draft = new Draft();
    for (int i = 0; i < text.length(); i++) {
      budget.state();
      draft.state(false);
      draft.way(text.charAt(i), text.charAt(i), i + 1);
    }
    for (int state = 0; state < automaton.size(); state++) {
      budget.state();
      draft.state(automaton.accepts(state));
      for (int way = automaton.begin(state); way < automaton.end(state); way++) {
        draft.way(automaton.first(way), automaton.last(way), text.length() + automaton.target(way));
      }
    }
    return Minimization.minimize(draft, budget);
  }

  /** Returns the texts read backwards. */
  public static Automaton reversal(Automaton automaton) {
    Nfa nfa = new Nfa();
    int start = nfa.state();
    int first = nfa.state();
    nfa.accept(first);
    List<Integer> ends =
        nfa.copy(
            automaton, first, (from, way) -> nfa.edge(way.to(), way.first(), way.last(), from));
    ends.forEach(end -> nfa.silent(start, end));
    return nfa.determinize(start);
  }

  /** Returns the number of states. */
  public static int size(Automaton automaton) {
    return automaton.size();
  }

  /** Tells whether there is no text. */
  public static boolean isEmpty(Automaton automaton) {
    return !automaton.accepts(0) && automaton.begin(0) == automaton.end(0);
  }

  /** Tells whether every text of bytes is among them. */
  public static boolean isAll(Automaton automaton) {
    return automaton.size() == 1
        && automaton.accepts(0)
        && automaton.end(0) == 1
        && automaton.first(0) == 0
        && automaton.last(0) == Alphabet.LAST_BYTE;
  }

  /** Tells whether a text is among them. */
  public static boolean contains(Automaton automaton, String text) {
    int state = automaton.follow(0, text);
    return state != Automaton.NOWHERE && automaton.accepts(state);
  }

  /** Returns the longest text all texts begin with. */
  public static String start(Automaton automaton) {
    StringBuilder start = new StringBuilder();
    int state = 0;
    while (!automaton.accepts(state)
        && automaton.end(state) - automaton.begin(state) == 1
        && automaton.first(automaton.begin(state)) == automaton.last(automaton.begin(state))) {
      int way = automaton.begin(state);
      start.append(automaton.first(way));
      state = automaton.target(way);
    }
    return start.toString();
  }

  /** Tells whether any text is in both. */
  public static boolean meet(Automaton left, Automaton right) {
    return Machine.acceptsAny(new Product(left, right, Product.Acceptance.BOTH));
  }

  /** Tells whether every text of the inner one is in the outer one. */
  public static boolean includes(Automaton outer, Automaton inner) {
    return !Machine.acceptsAny(new Product(inner, outer, Product.Acceptance.LEFT_ONLY));
  }

  /** Tells whether there are only finitely many texts. */
  public static boolean isFinite(Automaton automaton) {
    return new Count(automaton).isFinite();
  }

  /** Tells how many texts there are; the largest number there is if they are more, or no end. */
  public static long count(Automaton automaton) {
    return new Count(automaton).all();
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
