package org.redirlint.lint;

/** Whoever runs a check names a rule that neither came with redirlint nor stands in settings. */
public final class UnknownRuleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says which rule, and which one may have been meant. */
  UnknownRuleException(String problem) {
    super(problem);
  }
}
