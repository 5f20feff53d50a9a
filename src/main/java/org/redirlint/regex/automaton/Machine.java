package org.redirlint.regex.automaton;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A deterministic machine whose states are found while it is explored. Every construction of an
 * automaton is such an exploration, so that one bound holds for all of them.
 *
 * @param <S> a state: a value with {@code equals} and {@code hashCode}
 */
interface Machine<S> {

  /** Returns the state it begins in. */
  S start();

  /** Tells whether a text may end in a state. */
  boolean accepts(S state);

  /** Names each way out of a state; the ranges do not overlap. */
  void edges(S state, Edges<S> edges);

  /** Takes the ways out of a state. */
  @FunctionalInterface
  interface Edges<S> {

    /** Takes the way of a range of characters. */
    void add(char first, char last, S target);
  }

  /**
   * Returns the minimal automaton of a machine.
   *
   * @throws LanguageTooLargeException if the machine has too many states
   */
  static <S> Automaton explore(Machine<S> machine, Budget budget) {
    Map<S, State> known = new HashMap<>();
    Deque<S> open = new ArrayDeque<>();
    State start = new State();
    known.put(machine.start(), start);
    List<State> states = new ArrayList<>(List.of(start));
    open.add(machine.start());
    budget.state();
    while (!open.isEmpty()) {
      S state = open.remove();
      State from = known.getOrDefault(state, start);
      from.setAccept(machine.accepts(state));
      machine.edges(
          state,
          (first, last, target) -> {
            budget.steps(1);
            State to = known.get(target);
            if (to == null) {
              budget.state();
              to = new State();
              known.put(target, to);
              states.add(to);
              open.add(target);
            }
            from.addTransition(new Transition(first, last, to));
          });
    }
    return Minimization.minimize(states, budget);
  }
}
