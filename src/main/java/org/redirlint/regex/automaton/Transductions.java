package org.redirlint.regex.automaton;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a transducer makes of all texts of an automaton, and what it makes them of. */
public final class Transductions {

  private Transductions() {}

  /** A sequential transducer, as the automata see it. */
  public interface Steps {

    /** Returns the first state. */
    int start();

    /** Returns the state after a byte. */
    int next(int state, char character);

    /** Returns what is written at a byte. */
    String written(int state, char character);

    /** Returns what is written at the end. */
    String last(int state);
  }

  private record Place(State state, int step) {}

  /** Returns what is made of the texts. */
  public static Automaton image(Automaton texts, Steps steps) {
    Nfa nfa = new Nfa();
    Map<Place, Integer> numbers = new HashMap<>();
    Deque<Place> open = new ArrayDeque<>();
    Place first = new Place(texts.getInitialState(), steps.start());
    int end = nfa.state();
    nfa.accept(end);
    int start = nfa.state();
    numbers.put(first, start);
    open.add(first);
    while (!open.isEmpty()) {
      Place place = open.remove();
      int from = numbers.getOrDefault(place, start);
      if (place.state().isAccept()) {
        write(nfa, from, steps.last(place.step()), end);
      }
      for (Transition transition : place.state().getTransitions()) {
        for (char c = transition.getMin(); c <= transition.getMax(); c++) {
          Place next = new Place(transition.getDest(), steps.next(place.step(), c));
          Integer to = numbers.get(next);
          if (to == null) {
            to = nfa.state();
            numbers.put(next, to);
            open.add(next);
          }
          write(nfa, from, steps.written(place.step(), c), to);
        }
      }
    }
    return nfa.determinize(start);
  }

  /** Adds a way that writes a text; many bytes may lead the same way. */
  private static void write(Nfa nfa, int from, String text, int to) {
    if (text.isEmpty()) {
      nfa.silent(from, to);
      return;
    }
    int before = nfa.text(from, text.substring(0, text.length() - 1));
    char last = text.charAt(text.length() - 1);
    List<Nfa.Edge> edges = nfa.edgesOf(before);
    Nfa.Edge neighbour = edges.isEmpty() ? null : edges.get(edges.size() - 1);
    if (neighbour != null && neighbour.to() == to && neighbour.last() == last - 1) {
      edges.set(edges.size() - 1, new Nfa.Edge(neighbour.first(), last, to));
    } else {
      nfa.edge(before, last, last, to);
    }
  }

  /** Returns the texts of which one of the given texts is made. */
  public static Automaton preimage(Automaton made, Steps steps) {
    return Machine.explore(new Backwards(made, steps), new Budget());
  }

  /** Reads a text, and follows what is written in the automaton of what is to be made. */
  private record Backwards(Automaton made, Steps steps) implements Machine<Place> {

    private static final State NOWHERE = new State();

    @Override
    public Place start() {
      return new Place(made.getInitialState(), steps.start());
    }

    @Override
    public boolean accepts(Place place) {
      return follow(place.state(), steps.last(place.step())).isAccept();
    }

    @Override
    public void edges(Place place, Edges<Place> edges) {
      Place run = target(place, (char) 0);
      char first = 0;
      for (char c = 1; c <= Alphabet.LAST_BYTE; c++) {
        Place target = target(place, c);
        if (!target.equals(run)) {
          add(edges, first, (char) (c - 1), run);
          run = target;
          first = c;
        }
      }
      add(edges, first, Alphabet.LAST_BYTE, run);
    }

    private static void add(Edges<Place> edges, char first, char last, Place target) {
      if (!target.state().equals(NOWHERE)) {
        edges.add(first, last, target);
      }
    }

    private Place target(Place place, char c) {
      State state = follow(place.state(), steps.written(place.step(), c));
      return state.equals(NOWHERE)
          ? new Place(NOWHERE, 0)
          : new Place(state, steps.next(place.step(), c));
    }

    private static State follow(State state, String text) {
      State at = state;
      for (int i = 0; i < text.length() && !at.equals(NOWHERE); i++) {
        State next = at.step(text.charAt(i));
        at = next == null ? NOWHERE : next;
      }
      return at;
    }
  }
}
