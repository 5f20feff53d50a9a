package org.redirlint.semantics;

/** A change of a string into another. */
@FunctionalInterface
public interface Transformation {

  /** Returns the changed string. */
  String apply(String text);
}
