package org.redirlint.semantics;

import java.util.List;
import java.util.function.Function;

/**
 * Sorts texts by a function, and says by sets what it does.
 *
 * @param function the function
 * @param cases the same as sets
 * @param results what texts in none of them can give; empty if that is not known
 * @param <T> a class
 */
record Described<T>(Function<String, T> function, List<Case<T>> cases, List<T> results)
    implements Classifier<T> {

  @Override
  public T of(String text) {
    return function.apply(text);
  }
}
