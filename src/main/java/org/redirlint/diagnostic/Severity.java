package org.redirlint.diagnostic;

import java.util.Locale;

/** How much a diagnostic matters, from the least to the most. */
public enum Severity {
  /** Worth knowing. */
  INFO,
  /** Wrong in some circumstances, or a risk. */
  WARNING,
  /** Wrong. */
  ERROR;

  /** Returns the name users read and write: {@code info}, {@code warning} or {@code error}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
