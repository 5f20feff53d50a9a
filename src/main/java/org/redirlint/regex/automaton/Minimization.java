package org.redirlint.regex.automaton;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges the states of a deterministic automaton that mean the same: classes of states are divided
 * until all states of a class lead to the same classes (Moore's algorithm).
 *
 * <p>The first division is by the distance to an end, so that long texts, whose states all differ,
 * need few rounds. The library's own algorithms are not used: one needs a table of all states and
 * all bytes, the other is quadratic.
 */
final class Minimization {

  private final List<State> states;
  private final Map<State, Integer> numbers = new HashMap<>();
  private final int[] classes;
  private int count;

  private Minimization(List<State> states, int[] distances) {
    this.states = states;
    this.classes = distances;
    for (State state : states) {
      numbers.put(state, numbers.size());
    }
    this.count = (int) Arrays.stream(distances).distinct().count();
  }

  /**
   * Returns the minimal automaton, without states that lead nowhere.
   *
   * @param states all states, the first of them first
   */
  static Automaton minimize(List<State> states, Budget budget) {
    Map<State, Integer> distances = distances(states);
    if (!distances.containsKey(states.get(0))) {
      return Automata.none();
    }
    List<State> live = states.stream().filter(distances::containsKey).toList();
    int[] first = live.stream().mapToInt(state -> distances.getOrDefault(state, 0)).toArray();
    Minimization minimization = new Minimization(live, first);
    minimization.divide(budget);
    return minimization.merged();
  }

  /** Returns how far each state is away from an end; a state that leads nowhere is left out. */
  private static Map<State, Integer> distances(List<State> states) {
    Map<State, List<State>> before = new HashMap<>();
    Map<State, Integer> distances = new HashMap<>();
    Deque<State> open = new ArrayDeque<>();
    for (State state : states) {
      for (Transition transition : state.getTransitions()) {
        before.computeIfAbsent(transition.getDest(), unknown -> new ArrayList<>(2)).add(state);
      }
      if (state.isAccept()) {
        distances.put(state, 0);
        open.add(state);
      }
    }
    while (!open.isEmpty()) {
      State state = open.remove();
      int distance = distances.getOrDefault(state, 0);
      for (State previous : before.getOrDefault(state, List.of())) {
        if (distances.putIfAbsent(previous, distance + 1) == null) {
          open.add(previous);
        }
      }
    }
    return distances;
  }

  private void divide(Budget budget) {
    int before;
    do {
      before = count;
      Map<Numbers, Integer> known = new HashMap<>();
      int[] divided = new int[classes.length];
      for (int i = 0; i < classes.length; i++) {
        Numbers meaning = meaning(i);
        budget.steps(meaning.values().length);
        Integer number = known.putIfAbsent(meaning, known.size());
        divided[i] = number == null ? known.size() - 1 : number;
      }
      System.arraycopy(divided, 0, classes, 0, divided.length);
      count = known.size();
    } while (count > before);
  }

  /** Returns a state's class, and for each range of characters the class it leads to. */
  private Numbers meaning(int number) {
    int[] meaning = new int[1 + 3 * states.get(number).getTransitions().size()];
    meaning[0] = classes[number];
    int size = 1;
    for (Transition transition : states.get(number).getSortedTransitions(false)) {
      Integer target = numbers.get(transition.getDest());
      if (target == null) {
        continue;
      }
      boolean joins =
          size > 1
              && meaning[size - 1] == classes[target]
              && meaning[size - 2] == transition.getMin() - 1;
      if (!joins) {
        meaning[size] = transition.getMin();
        size += 3;
        meaning[size - 1] = classes[target];
      }
      meaning[size - 2] = transition.getMax();
    }
    return new Numbers(Arrays.copyOf(meaning, size));
  }

  private Automaton merged() {
    Map<Integer, State> merged = new HashMap<>();
    boolean[] done = new boolean[classes.length + 1];
    for (int i = 0; i < classes.length; i++) {
      if (!done[classes[i]]) {
        done[classes[i]] = true;
        State state = merged.computeIfAbsent(classes[i], unknown -> new State());
        state.setAccept(states.get(i).isAccept());
        int[] meaning = meaning(i).values();
        for (int at = 1; at < meaning.length; at += 3) {
          state.addTransition(
              new Transition(
                  (char) meaning[at],
                  (char) meaning[at + 1],
                  merged.computeIfAbsent(meaning[at + 2], unknown -> new State())));
        }
      }
    }
    Automaton automaton = new Automaton();
    automaton.setInitialState(merged.computeIfAbsent(classes[0], unknown -> new State()));
    automaton.setDeterministic(true);
    return automaton;
  }
}
