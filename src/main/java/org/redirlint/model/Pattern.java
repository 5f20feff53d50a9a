package org.redirlint.model;

import org.redirlint.regex.Regex;
import org.redirlint.source.Origin;

/**
 * A regular expression in a configuration.
 *
 * @param origin where it is written
 * @param regex the compiled expression
 */
public record Pattern(Origin origin, Regex regex) {

  /** Returns the expression as nginx writes it: behind {@code ~}, or {@code ~*} without case. */
  public String text() {
    return (regex.ignoreCase() ? "~* " : "~ ") + regex.pattern();
  }
}
