package org.redirlint.lint;

/** A path that was given cannot be checked; the message says why. */
public final class UnreadablePathException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Returns an exception with a sentence for the user. */
  public UnreadablePathException(String message) {
    super(message);
  }
}
