package org.redirlint.analysis.search;

import java.util.List;
import org.redirlint.regex.Regex;
import org.redirlint.regex.Transformation;

/** What a value was made of. */
sealed interface Source {

  /** Nothing of the request. */
  record Constant() implements Source {}

  /**
   * A part of the request.
   *
   * @param name its name, as in {@link Trial}
   */
  record Part(String name) implements Source {}

  /**
   * Values one after the other.
   *
   * @param parts the values
   */
  record Joined(List<Value> parts) implements Source {}

  /**
   * A change of another value.
   *
   * @param by the change
   * @param of the other value
   */
  record Changed(Transformation by, Value of) implements Source {}

  /**
   * What a group of a regular expression captured.
   *
   * @param group the group's text
   * @param of the value that was matched
   */
  record Captured(Regex regex, int group, Value of) implements Source {}
}
