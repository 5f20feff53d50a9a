package org.redirlint.expectation;

/** A file of expectations cannot be read; the message says where and why. */
public final class MalformedExpectationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Returns an exception with a sentence for the user. */
  public MalformedExpectationException(String message) {
    super(message);
  }
}
