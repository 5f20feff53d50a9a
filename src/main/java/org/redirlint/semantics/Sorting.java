package org.redirlint.semantics;

import java.util.List;
import java.util.function.Function;

/**
 * Sorts texts by a function.
 *
 * @param function the function
 * @param results what it can return; empty if that is not known
 * @param <T> a class
 */
record Sorting<T>(Function<String, T> function, List<T> results) implements Classifier<T> {

  @Override
  public T of(String text) {
    return function.apply(text);
  }
}
