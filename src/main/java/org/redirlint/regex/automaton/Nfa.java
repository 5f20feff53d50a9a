package org.redirlint.regex.automaton;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A nondeterministic automaton under construction; its states are numbers. */
final class Nfa {

  /** The most states it may have, before they are made deterministic. */
  static final int STATES = 100_000;

  private final List<List<Edge>> edges = new ArrayList<>();
  private final List<List<Integer>> silent = new ArrayList<>();
  private final BitSet accepting = new BitSet();

  /**
   * A range of characters that leads to a state.
   *
   * @param first the lowest character
   * @param last the highest
   * @param to the state
   */
  record Edge(char first, char last, int to) {}

  /**
   * Adds a state and returns it.
   *
   * @throws LanguageTooLargeException if there are too many
   */
  int state() {
    if (edges.size() >= STATES) {
      throw new LanguageTooLargeException("a pattern of more than " + STATES + " states");
    }
    edges.add(new ArrayList<>());
    silent.add(new ArrayList<>());
    return edges.size() - 1;
  }

  /**
   * Adds a way for a range of characters; it joins the one before if it goes on where that ends.
   */
  void edge(int from, char first, char last, int to) {
    List<Edge> ways = edges.get(from);
    Edge before = ways.isEmpty() ? null : ways.get(ways.size() - 1);
    if (before != null && before.to() == to && before.last() == first - 1) {
      ways.set(ways.size() - 1, new Edge(before.first(), last, to));
    } else {
      ways.add(new Edge(first, last, to));
    }
  }

  /** Adds a way for no character at all. */
  void silent(int from, int to) {
    silent.get(from).add(to);
  }

  void accept(int state) {
    accepting.set(state);
  }

  int size() {
    return edges.size();
  }

  /** Adds a way that writes a text, and returns where it ends. */
  int text(int from, String text) {
    int at = from;
    for (int i = 0; i < text.length(); i++) {
      int next = state();
      edge(at, text.charAt(i), text.charAt(i), next);
      at = next;
    }
    return at;
  }

  /** Adds the ways of a copied automaton, as they are or changed. */
  @FunctionalInterface
  interface Ways {

    /** Adds a way; it is one of bytes alone, of assertions alone or of one other marker. */
    void add(int from, Edge edge);
  }

  /**
   * Adds the states of an automaton.
   *
   * @param start where it is to begin
   * @param ways adds each way
   * @return the states in which it accepts
   */
  List<Integer> copy(Automaton automaton, int start, Ways ways) {
    int[] numbers = new int[automaton.size()];
    numbers[0] = start;
    for (int state = 1; state < numbers.length; state++) {
      numbers[state] = state();
    }
    List<Integer> ends = new ArrayList<>();
    for (int state = 0; state < numbers.length; state++) {
      if (automaton.accepts(state)) {
        ends.add(numbers[state]);
      }
      for (int way = automaton.begin(state); way < automaton.end(state); way++) {
        Edge edge =
            new Edge(automaton.first(way), automaton.last(way), numbers[automaton.target(way)]);
        addByKind(numbers[state], edge, ways);
      }
    }
    return ends;
  }

  /** Minimal automata join ranges, so that one may hold bytes and markers of all kinds. */
  private static void addByKind(int from, Edge edge, Ways ways) {
    char first = edge.first();
    for (char last : Alphabet.LAST_OF_KIND) {
      if (first <= last && first <= edge.last()) {
        char end = (char) Math.min(last, edge.last());
        ways.add(from, new Edge(first, end, edge.to()));
        first = (char) (end + 1);
      }
    }
  }

  /** Adds the states of an automaton as they are; returns those in which it accepts. */
  List<Integer> copy(Automaton automaton, int start) {
    return copy(automaton, start, (from, edge) -> edges.get(from).add(edge));
  }

  /**
   * Returns the minimal deterministic automaton.
   *
   * @throws LanguageTooLargeException if it has too many states
   */
  Automaton determinize(int start) {
    Budget budget = new Budget();
    return Machine.explore(new Subsets(this, start, budget), budget);
  }

  List<Edge> edgesOf(int state) {
    return edges.get(state);
  }

  List<Integer> silentOf(int state) {
    return silent.get(state);
  }

  boolean accepts(int state) {
    return accepting.get(state);
  }
}
