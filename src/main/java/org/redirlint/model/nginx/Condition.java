package org.redirlint.model.nginx;

import org.redirlint.model.Pattern;
import org.redirlint.model.Template;

/** The condition of an {@code if}. */
public sealed interface Condition {

  /**
   * A variable alone: true unless empty or {@code 0}.
   *
   * @param variable its name in lower case
   */
  record Truth(String variable) implements Condition {
    @Override
    public String toString() {
      return "$" + variable;
    }
  }

  /**
   * {@code =} or {@code !=}.
   *
   * @param variable the left side
   * @param negated whether the sides must differ
   * @param value the right side
   */
  record Comparison(String variable, boolean negated, Template value) implements Condition {
    @Override
    public String toString() {
      return "$" + variable + (negated ? " != " : " = ") + value;
    }
  }

  /**
   * {@code ~}, {@code ~*} and their negations.
   *
   * @param variable the left side
   * @param negated whether it must not match
   * @param pattern the regular expression
   */
  record RegexTest(String variable, boolean negated, Pattern pattern) implements Condition {
    @Override
    public String toString() {
      return "$" + variable + " " + (negated ? "!" : "") + pattern.text();
    }
  }

  /**
   * {@code -f}, {@code -d}, {@code -e}, {@code -x} and their negations.
   *
   * @param kind the letter
   * @param negated whether the test must fail
   * @param path the file
   */
  record FileTest(char kind, boolean negated, Template path) implements Condition {
    @Override
    public String toString() {
      return (negated ? "!-" : "-") + kind + " " + path;
    }
  }
}
