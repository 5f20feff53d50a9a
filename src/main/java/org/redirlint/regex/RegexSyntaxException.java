package org.redirlint.regex;

/** A pattern that PCRE would not compile. */
public final class RegexSyntaxException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int offset;

  /**
   * Says what is wrong.
   *
   * @param message the mistake, without the pattern
   * @param offset where in the pattern, 0-based
   */
  public RegexSyntaxException(String message, int offset) {
    super(message);
    this.offset = offset;
  }

  /** Returns where in the pattern the mistake is, 0-based. */
  public int offset() {
    return offset;
  }
}
