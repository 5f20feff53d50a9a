package org.redirlint.regex.automaton;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The texts of an automaton, short and readable ones first. Of a range of bytes, letters are
 * preferred to digits, digits to other printable bytes, and these to the rest.
 */
public final class Words {

  private static final String READABLE =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./~!$&'()*+,;=:@%?#[]";

  private final Automaton automaton;

  /** Every state, and how many bytes away from an end it is. */
  private final Map<State, Integer> distances = new HashMap<>();

  /** Every state in the order of its distance from the start, with the shortest way there. */
  private final Map<State, String> ways = new LinkedHashMap<>();

  /** Takes an automaton. */
  public Words(Automaton automaton) {
    this.automaton = automaton;
    findWays();
    findDistances();
  }

  /** Returns the order in which texts are preferred: shorter ones, then more readable ones. */
  public static Comparator<String> preference() {
    return Comparator.comparingInt(String::length)
        .thenComparing(
            (left, right) -> {
              int same = 0;
              while (same < left.length() && left.charAt(same) == right.charAt(same)) {
                same++;
              }
              return same == left.length()
                  ? 0
                  : Integer.compare(rank(left.charAt(same)), rank(right.charAt(same)));
            });
  }

  private static int rank(char c) {
    int place = READABLE.indexOf(c);
    return place >= 0 ? place : c > ' ' && c < 0x7F ? 100 + c : 300 + c;
  }

  private static char best(Transition transition) {
    char best = transition.getMin();
    for (char c = transition.getMin(); c <= transition.getMax(); c++) {
      best = rank(c) < rank(best) ? c : best;
    }
    return best;
  }

  /** Returns the ways out of a state, the most readable first. */
  private static List<Transition> ordered(State state) {
    List<Transition> transitions = new ArrayList<>(state.getTransitions());
    transitions.sort(Comparator.comparingInt(transition -> rank(best(transition))));
    return transitions;
  }

  private void findWays() {
    Deque<State> open = new ArrayDeque<>();
    open.add(automaton.getInitialState());
    ways.put(automaton.getInitialState(), "");
    while (!open.isEmpty()) {
      State state = open.remove();
      for (Transition transition : ordered(state)) {
        if (!ways.containsKey(transition.getDest())) {
          ways.put(transition.getDest(), ways.get(state) + best(transition));
          open.add(transition.getDest());
        }
      }
    }
  }

  private void findDistances() {
    Map<State, List<State>> before = new HashMap<>();
    Deque<State> open = new ArrayDeque<>();
    for (State state : ways.keySet()) {
      for (Transition transition : state.getTransitions()) {
        before.computeIfAbsent(transition.getDest(), unknown -> new ArrayList<>()).add(state);
      }
      if (state.isAccept()) {
        distances.put(state, 0);
        open.add(state);
      }
    }
    while (!open.isEmpty()) {
      State state = open.remove();
      for (State previous : before.getOrDefault(state, List.of())) {
        if (distances.putIfAbsent(previous, distance(state) + 1) == null) {
          open.add(previous);
        }
      }
    }
  }

  /** Returns how far a state is from an end; every state leads to one. */
  private int distance(State state) {
    return distances.getOrDefault(state, 0);
  }

  /** Returns the length of the shortest text; empty if there is none. */
  public OptionalInt minimumLength() {
    Integer distance = distances.get(automaton.getInitialState());
    return distance == null ? OptionalInt.empty() : OptionalInt.of(distance);
  }

  /** Returns the text that is preferred to all others; empty if there is none. */
  public Optional<String> shortest() {
    return minimumLength().isPresent()
        ? Optional.of(rest(automaton.getInitialState()))
        : Optional.empty();
  }

  /** Returns the length of the longest text; empty if there is none, or no longest one. */
  public OptionalInt maximumLength() {
    Map<State, Integer> entries = new HashMap<>();
    for (State state : ways.keySet()) {
      for (Transition transition : state.getTransitions()) {
        entries.merge(transition.getDest(), 1, Integer::sum);
      }
    }
    Deque<State> open = new ArrayDeque<>();
    Map<State, Integer> longest = new HashMap<>();
    if (!entries.containsKey(automaton.getInitialState())) {
      open.add(automaton.getInitialState());
      longest.put(automaton.getInitialState(), 0);
    }
    int maximum = -1;
    int seen = 0;
    while (!open.isEmpty()) {
      State state = open.remove();
      int length = longest.getOrDefault(state, 0);
      seen++;
      maximum = state.isAccept() ? Math.max(maximum, length) : maximum;
      for (Transition transition : state.getTransitions()) {
        longest.merge(transition.getDest(), length + 1, Math::max);
        if (entries.merge(transition.getDest(), -1, Integer::sum) == 0) {
          open.add(transition.getDest());
        }
      }
    }
    return seen < ways.size() || maximum < 0 ? OptionalInt.empty() : OptionalInt.of(maximum);
  }

  /** Tells whether there are only finitely many texts. */
  public boolean isFinite() {
    return minimumLength().isEmpty() || maximumLength().isPresent();
  }

  /** Returns the texts in the order of preference, at most so many, of at most so many bytes. */
  public List<String> first(int limit, int longest) {
    List<String> found = new ArrayList<>();
    OptionalInt shortest = minimumLength();
    if (shortest.isEmpty()) {
      return found;
    }
    int last = maximumLength().orElse(Integer.MAX_VALUE);
    for (int length = shortest.getAsInt();
        found.size() < limit && length <= Math.min(last, longest);
        length++) {
      new OfLength(length, limit, found).search();
    }
    return found;
  }

  /** Finds the texts of one length. */
  private final class OfLength {

    private final List<Set<State>> alive = new ArrayList<>();
    private final int length;
    private final int limit;
    private final List<String> found;

    OfLength(int length, int limit, List<String> found) {
      this.length = length;
      this.limit = limit;
      this.found = found;
    }

    void search() {
      Set<State> ends = new LinkedHashSet<>();
      for (State state : ways.keySet()) {
        if (state.isAccept()) {
          ends.add(state);
        }
      }
      alive.add(ends);
      for (int left = 1; left <= length; left++) {
        Set<State> states = new LinkedHashSet<>();
        for (State state : ways.keySet()) {
          if (leads(state, alive.get(left - 1))) {
            states.add(state);
          }
        }
        alive.add(states);
      }
      if (alive.get(length).contains(automaton.getInitialState())) {
        walk();
      }
    }

    private static boolean leads(State state, Set<State> targets) {
      return state.getTransitions().stream().anyMatch(t -> targets.contains(t.getDest()));
    }

    private record Branch(State state, String text) {}

    private void walk() {
      Deque<Branch> open = new ArrayDeque<>();
      open.push(new Branch(automaton.getInitialState(), ""));
      while (!open.isEmpty() && found.size() < limit) {
        Branch branch = open.pop();
        int left = length - branch.text().length();
        if (left == 0) {
          found.add(branch.text());
          continue;
        }
        List<Branch> next = new ArrayList<>();
        for (Transition transition : branch.state().getTransitions()) {
          if (alive.get(left - 1).contains(transition.getDest())) {
            for (char c = transition.getMin(); c <= transition.getMax(); c++) {
              next.add(new Branch(transition.getDest(), branch.text() + c));
            }
          }
        }
        next.sort(
            Comparator.comparingInt(
                (Branch one) -> -rank(one.text().charAt(one.text().length() - 1))));
        next.forEach(open::push);
      }
    }
  }

  /**
   * Returns different texts: one for each way of the automaton, those near its start first, then
   * further ones in the order of preference.
   */
  public List<String> varied(int limit) {
    Set<String> found = new LinkedHashSet<>();
    for (Map.Entry<State, String> entry : ways.entrySet()) {
      if (found.size() >= limit) {
        break;
      }
      if (entry.getKey().isAccept()) {
        found.add(entry.getValue());
      }
      for (Transition transition : ordered(entry.getKey())) {
        found.add(entry.getValue() + best(transition) + rest(transition.getDest()));
      }
    }
    int longest = minimumLength().orElse(0) + limit;
    found.addAll(found.size() < limit ? first(limit, longest) : List.of());
    return found.stream().limit(limit).toList();
  }

  /** Returns a shortest way from a state to an end. */
  private String rest(State from) {
    StringBuilder text = new StringBuilder();
    State state = from;
    while (distance(state) > 0) {
      int nearer = distance(state) - 1;
      Transition way =
          ordered(state).stream()
              .filter(transition -> distance(transition.getDest()) == nearer)
              .findFirst()
              .orElseThrow();
      text.append(best(way));
      state = way.getDest();
    }
    return text.toString();
  }
}
