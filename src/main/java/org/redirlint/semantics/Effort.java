package org.redirlint.semantics;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of texts may be looked at for many requests together. Each one is bounded by itself, but
 * no configuration may keep anybody waiting for all of them.
 */
public final class Effort {

  /** What it costs to look at a text besides its characters. */
  private static final int EACH_TEXT = 32;

  private final long most;
  private final AtomicLong spent = new AtomicLong();

  private Effort(long most) {
    this.most = most;
  }

  /**
   * Returns an effort that is used up some time.
   *
   * @param most how many characters may be looked at, some more counted for each text
   */
  public static Effort upTo(long most) {
    return new Effort(most);
  }

  /** Returns an effort without a bound. */
  static Effort any() {
    return new Effort(Long.MAX_VALUE);
  }

  /** Returns what it takes to look at a text of a length, in characters. */
  public static long of(int length) {
    return EACH_TEXT + (long) length;
  }

  /**
   * Notes that a text is looked at.
   *
   * @throws UndeterminedException if it is used up
   */
  void spend(int length) {
    if (spent.addAndGet(of(length)) > most) {
      throw new UndeterminedException(
          "there is too much to try: requests have been tried with " + most + " characters");
    }
  }
}
