package org.redirlint.analysis;

import org.redirlint.semantics.UndeterminedException;

/**
 * What all attempts to prove something of a configuration may work out together. Half of it can be
 * saved for the last one.
 */
final class Budget {

  /** How many states all automata may have together. */
  static final int MOST_STATES = 250_000;

  private int states;
  private boolean saving;

  /** Keeps the later half, or gives it free. */
  void save(boolean half) {
    saving = half;
  }

  /**
   * Remembers an automaton.
   *
   * @throws UndeterminedException if it is too much
   */
  void remember(int size) {
    states += size;
    if (states > (saving ? MOST_STATES / 2 : MOST_STATES)) {
      throw new UndeterminedException("the requests take too many forms to be followed");
    }
  }
}
