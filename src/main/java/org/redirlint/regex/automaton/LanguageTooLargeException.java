package org.redirlint.regex.automaton;

/**
 * A language whose automaton would have too many states. Every operation on languages is exact or
 * ends with this exception: who can do with more texts than there are catches it and goes on with
 * all texts.
 */
public final class LanguageTooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says which bound was met. */
  public LanguageTooLargeException(String message) {
    super(message);
  }
}
