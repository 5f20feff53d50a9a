package org.redirlint.regex.automaton;

import java.util.Arrays;

/**
 * Merges the states of a deterministic automaton that mean the same: classes of states are divided
 * until all states of a class lead to the same classes (Moore's algorithm).
 *
 * <p>The first division is by the distance to an end, so that long texts, whose states all differ,
 * need few rounds.
 */
final class Minimization {

  private static final int DEAD = -1;

  private final Draft draft;
  private final Budget budget;

  /** For each state its class; {@link #DEAD} if it leads nowhere. */
  private int[] classes;

  /** What states mean, one after the other. */
  private int[] meanings = new int[256];

  private Minimization(Draft draft, int[] distances, Budget budget) {
    this.draft = draft;
    this.classes = distances;
    this.budget = budget;
  }

  /** Returns the minimal automaton, without states that lead nowhere. */
  static Automaton minimize(Draft draft, Budget budget) {
    int[] distances = distances(draft);
    if (distances[0] == DEAD) {
      return Automata.none();
    }
    Minimization minimization = new Minimization(draft, distances, budget);
    minimization.divide();
    return minimization.merged();
  }

  /** Returns how far each state is away from an end. */
  private static int[] distances(Draft draft) {
    int size = draft.states();
    int[] begins = new int[size + 1];
    for (int way = 0; way < draft.ways(); way++) {
      begins[draft.target(way) + 1]++;
    }
    for (int state = 0; state < size; state++) {
      begins[state + 1] += begins[state];
    }
    int[] fill = Arrays.copyOf(begins, size);
    int[] sources = new int[draft.ways()];
    int[] distances = new int[size];
    int[] open = new int[size];
    int found = 0;
    for (int state = 0; state < size; state++) {
      for (int way = draft.begin(state); way < draft.end(state); way++) {
        sources[fill[draft.target(way)]++] = state;
      }
      distances[state] = draft.accepts(state) ? 0 : DEAD;
      if (draft.accepts(state)) {
        open[found++] = state;
      }
    }
    for (int at = 0; at < found; at++) {
      int state = open[at];
      for (int i = begins[state]; i < begins[state + 1]; i++) {
        if (distances[sources[i]] == DEAD) {
          distances[sources[i]] = distances[state] + 1;
          open[found++] = sources[i];
        }
      }
    }
    return distances;
  }

  private void divide() {
    int before;
    int count = 0;
    do {
      before = count;
      count = divideOnce();
    } while (count > before);
  }

  /** Divides every class once, and returns how many there are. */
  private int divideOnce() {
    int size = draft.states();
    int[] places = new int[Integer.highestOneBit(size * 2) * 2];
    Arrays.fill(places, DEAD);
    int[] ends = new int[size + 1];
    int[] divided = new int[size];
    int count = 0;
    for (int state = 0; state < size; state++) {
      if (classes[state] == DEAD) {
        divided[state] = DEAD;
        continue;
      }
      int begin = ends[count];
      int end = write(state, begin);
      budget.steps(end - begin);
      int place = spread(begin, end) & (places.length - 1);
      while (places[place] != DEAD && !same(ends, places[place], begin, end)) {
        place = (place + 1) & (places.length - 1);
      }
      if (places[place] == DEAD) {
        places[place] = count++;
        ends[count] = end;
      }
      divided[state] = places[place];
    }
    classes = divided;
    return count;
  }

  private int spread(int begin, int end) {
    int hash = 1;
    for (int i = begin; i < end; i++) {
      hash = hash * 31 + meanings[i];
    }
    return (hash * 0x9E3779B9) >>> 7;
  }

  private boolean same(int[] ends, int number, int begin, int end) {
    return Arrays.equals(meanings, ends[number], ends[number + 1], meanings, begin, end);
  }

  /** Writes a state's class, and for each range of characters the class it leads to. */
  private int write(int state, int begin) {
    int most = begin + 1 + 3 * (draft.end(state) - draft.begin(state));
    if (most > meanings.length) {
      meanings = Arrays.copyOf(meanings, Math.max(most, meanings.length * 2));
    }
    meanings[begin] = classes[state];
    int at = begin + 1;
    for (int way = draft.begin(state); way < draft.end(state); way++) {
      int target = classes[draft.target(way)];
      if (target == DEAD) {
        continue;
      }
      boolean joins =
          at > begin + 1 && meanings[at - 1] == target && meanings[at - 2] == draft.first(way) - 1;
      if (joins) {
        meanings[at - 2] = draft.last(way);
      } else {
        meanings[at++] = draft.first(way);
        meanings[at++] = draft.last(way);
        meanings[at++] = target;
      }
    }
    return at;
  }

  /** Numbers the classes in the order in which they are reached. */
  private Automaton merged() {
    int[] member = new int[draft.states()];
    for (int state = draft.states() - 1; state >= 0; state--) {
      if (classes[state] != DEAD) {
        member[classes[state]] = state;
      }
    }
    int[] numbers = new int[draft.states()];
    Arrays.fill(numbers, DEAD);
    int[] order = new int[draft.states()];
    int found = 0;
    order[found++] = classes[0];
    numbers[classes[0]] = 0;
    Draft merged = new Draft();
    for (int at = 0; at < found; at++) {
      int state = member[order[at]];
      merged.state(draft.accepts(state));
      for (int way = draft.begin(state); way < draft.end(state); way++) {
        int target = classes[draft.target(way)];
        if (target == DEAD) {
          continue;
        }
        if (numbers[target] == DEAD) {
          numbers[target] = found;
          order[found++] = target;
        }
        merged.way(draft.first(way), draft.last(way), numbers[target]);
      }
    }
    return merged.automaton();
  }
}
