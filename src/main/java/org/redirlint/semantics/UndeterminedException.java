package org.redirlint.semantics;

/** Says that what happens next cannot be told, and why. */
public final class UndeterminedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says why.
   *
   * @param reason a clause
   */
  public UndeterminedException(String reason) {
    super(reason, null, false, false);
  }

  /** Returns why, a clause. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
