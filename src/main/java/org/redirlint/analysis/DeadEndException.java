package org.redirlint.analysis;

/** Says that no request at all has come this way: what is known of its values excludes it. */
final class DeadEndException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DeadEndException() {
    super(null, null, false, false);
  }
}
