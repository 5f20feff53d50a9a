package org.redirlint.regex.automaton;

/**
 * What one operation may use. The bounds keep every operation below about a second and some tens of
 * megabytes.
 */
final class Budget {

  /** The most states an automaton may have. */
  static final int STATES = 10_000;

  /** The most transitions an operation may look at. */
  static final int STEPS = 20_000_000;

  private final int mostStates;
  private int states;
  private int steps;

  Budget() {
    this(STATES);
  }

  Budget(int mostStates) {
    this.mostStates = mostStates;
  }

  /**
   * Counts a state.
   *
   * @throws LanguageTooLargeException if it is one too many
   */
  void state() {
    if (++states > mostStates) {
      throw new LanguageTooLargeException("more than " + mostStates + " states");
    }
  }

  /**
   * Counts steps.
   *
   * @throws LanguageTooLargeException if they are too many
   */
  void steps(int number) {
    steps += number;
    if (steps > STEPS) {
      throw new LanguageTooLargeException("more than " + STEPS + " steps");
    }
  }
}
