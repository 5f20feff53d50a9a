package org.redirlint.semantics;

import java.util.List;
import java.util.function.Function;
import org.redirlint.regex.Lazy;

/**
 * Sorts texts by a function, and says by sets what it does once somebody asks.
 *
 * @param <T> a class
 */
final class Described<T> implements Classifier<T> {

  private final Function<String, T> function;
  private final Lazy<List<Case<T>>> cases;
  private final List<T> results;

  /**
   * Takes a function.
   *
   * @param cases the same as sets
   * @param results what texts in none of them can give; empty if that is not known
   */
  Described(Function<String, T> function, Lazy<List<Case<T>>> cases, List<T> results) {
    this.function = function;
    this.cases = cases;
    this.results = List.copyOf(results);
  }

  @Override
  public T of(String text) {
    return function.apply(text);
  }

  @Override
  public List<Case<T>> cases() {
    return cases.get();
  }

  @Override
  public List<T> results() {
    return results;
  }
}
