package org.redirlint.regex.automaton;

/**
 * A deterministic machine whose states are found while it is explored; each state is a number of
 * the machine's own choice. Every construction of an automaton is such an exploration, so that one
 * bound holds for all of them.
 */
interface Machine {

  /** Returns the state it begins in. */
  long start();

  /** Tells whether a text may end in a state. */
  boolean accepts(long state);

  /** Names each way out of a state, in ascending order; the ranges do not overlap. */
  void edges(long state, Edges edges);

  /** Takes the ways out of a state. */
  @FunctionalInterface
  interface Edges {

    /** Takes the way of a range of characters. */
    void add(int first, int last, long target);
  }

  /**
   * Returns the minimal automaton of a machine.
   *
   * @throws LanguageTooLargeException if the machine has too many states
   */
  static Automaton explore(Machine machine, Budget budget) {
    Numbering numbers = new Numbering();
    Draft draft = new Draft();
    numbers.of(machine.start());
    budget.state();
    Edges edges =
        (first, last, target) -> {
          budget.steps(1);
          int known = numbers.size();
          int number = numbers.of(target);
          if (number == known) {
            budget.state();
          }
          draft.way(first, last, number);
        };
    for (int number = 0; number < numbers.size(); number++) {
      long state = numbers.state(number);
      draft.state(machine.accepts(state));
      machine.edges(state, edges);
    }
    return Minimization.minimize(draft, budget);
  }

  /** Tells whether a machine accepts any text at all; it is explored no further than needed. */
  static boolean acceptsAny(Machine machine) {
    Budget budget = new Budget();
    Numbering numbers = new Numbering();
    numbers.of(machine.start());
    Edges edges =
        (first, last, target) -> {
          budget.steps(1);
          numbers.of(target);
        };
    for (int number = 0; number < numbers.size(); number++) {
      if (machine.accepts(numbers.state(number))) {
        return true;
      }
      machine.edges(numbers.state(number), edges);
    }
    return false;
  }
}
