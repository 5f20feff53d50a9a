package org.redirlint.semantics.httpd;

import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.semantics.UndeterminedException;

/**
 * The rounds that {@code [N]} has begun. A request that comes back to what it was goes round for
 * ever; to notice it, one state is kept, a later one each time twice as many rounds have passed.
 *
 * @param number the number of the round under way, from 1
 * @param kept what the request was at the beginning of an earlier round, or of this one
 * @param keptIn the number of that round
 * @param <V> a value
 */
record Rounds<V>(int number, State<V> kept, int keptIn) {

  /** As many rounds as httpd goes unless a rule says otherwise: none are followed beyond. */
  static final int MOST = 32_000;

  /** Returns the first round. */
  static <V> Rounds<V> first(State<V> state) {
    return new Rounds<>(1, state, 1);
  }

  /**
   * Returns the round that a rule begins.
   *
   * @throws UndeterminedException if there have been too many
   */
  Rounds<V> next(State<V> state, RewriteRule rule) {
    if (number >= MOST) {
      throw new UndeterminedException(
          "[N=%d] (%s:%d) has begun %d rounds, each of them another one, and allows more"
              .formatted(
                  rule.flags().rounds(),
                  rule.origin().file().path(),
                  rule.origin().start().line(),
                  MOST));
    }
    return number >= 2 * keptIn
        ? new Rounds<>(number + 1, state, number + 1)
        : new Rounds<>(number + 1, kept, keptIn);
  }

  /** Tells whether a state is the kept one again: all that follows repeats, but for the notes. */
  boolean comesBack(State<V> state) {
    return kept.resource().equals(state.resource())
        && kept.progress().equals(state.progress())
        && kept.variables().equals(state.variables())
        && kept.groups().equals(state.groups())
        && kept.fields().equals(state.fields())
        && kept.supposed().equals(state.supposed());
  }
}
