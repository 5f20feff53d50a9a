package org.redirlint.analysis.search;

import org.redirlint.analysis.search.Source.Constant;

/**
 * A text of one request, and what it was made of. Values with the same text are equal.
 *
 * @param text the text
 * @param source what it was made of
 */
record Value(String text, Source source) {

  static Value constant(String text) {
    return new Value(text, new Constant());
  }

  boolean isConstant() {
    return source instanceof Constant;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Value value && value.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The text alone: what a value was made of may be long. */
  @Override
  public String toString() {
    return text;
  }
}
