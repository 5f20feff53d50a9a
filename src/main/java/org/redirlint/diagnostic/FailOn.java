package org.redirlint.diagnostic;

/** From which severity on a finding makes a check fail. */
public enum FailOn {
  /** Only what is wrong. */
  ERROR,
  /** What is wrong in some circumstances as well. */
  WARNING,
  /** Any finding. */
  INFO,
  /** No finding. */
  NEVER;

  /** Tells whether a check with this result fails. */
  public boolean isReachedBy(CheckResult result) {
    return this != NEVER
        && result.diagnostics().stream()
            .anyMatch(found -> found.severity().compareTo(Severity.valueOf(name())) >= 0);
  }
}
