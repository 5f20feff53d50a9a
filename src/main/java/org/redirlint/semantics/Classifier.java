package org.redirlint.semantics;

/**
 * Sorts every string into one of a finite number of classes.
 *
 * @param <T> a class
 */
@FunctionalInterface
public interface Classifier<T> {

  /** Returns the class of a string. */
  T of(String text);
}
