package org.redirlint.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The answers that tests are given during one step. A step is run again for each of the answers
 * that its tests can have; what the answers are is worked out once.
 */
final class Choices {

  private final Map<List<Integer>, List<?>> memory;
  private final List<Integer> script;
  private final List<Integer> made = new ArrayList<>();
  private final List<List<Integer>> others = new ArrayList<>();

  private Choices(Map<List<Integer>, List<?>> memory, List<Integer> script) {
    this.memory = memory;
    this.script = script;
  }

  /** Returns the choices of a step that is run for the first time. */
  static Choices first() {
    return new Choices(new HashMap<>(), List.of());
  }

  /** Returns the choices of the same step, run once more. */
  Choices again(List<Integer> other) {
    return new Choices(memory, other);
  }

  /** Returns the scripts that lead to the answers not given this time. */
  List<List<Integer>> others() {
    return others;
  }

  /**
   * Returns one of several answers.
   *
   * @param answers works out the answers
   * @throws DeadEndException if there is none
   */
  <T> T choose(Supplier<List<T>> answers) {
    List<Integer> key = List.copyOf(made);
    @SuppressWarnings("unchecked") // The same script has the same answers.
    List<T> possible = (List<T>) memory.computeIfAbsent(key, k -> answers.get());
    if (possible.isEmpty()) {
      throw new DeadEndException();
    }
    int number = made.size() < script.size() ? script.get(made.size()) : 0;
    if (made.size() >= script.size()) {
      for (int other = 1; other < possible.size(); other++) {
        List<Integer> longer = new ArrayList<>(made);
        longer.add(other);
        others.add(longer);
      }
    }
    made.add(number);
    return possible.get(number);
  }
}
