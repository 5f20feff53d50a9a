package org.redirlint.semantics;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.redirlint.regex.Lazy;
import org.redirlint.regex.TextSet;

/**
 * Sorts every string into one of a finite number of classes.
 *
 * @param <T> a class
 */
public interface Classifier<T> {

  /** Returns the class of a string. */
  T of(String text);

  /**
   * Returns the classes as sets of texts; a text belongs to the first set that holds it. The class
   * of a text that is in none of them is known from {@link #of} alone.
   */
  default List<Case<T>> cases() {
    return List.of();
  }

  /** Returns every class a text can be in, if that is known; else nothing. */
  default List<T> results() {
    return List.of();
  }

  /**
   * A class of texts.
   *
   * @param texts the texts
   * @param result the class
   * @param <T> a class
   */
  record Case<T>(TextSet texts, T result) {}

  /** Tells whether a text is in a set. */
  static Classifier<Boolean> in(TextSet texts) {
    return ofCases(List.of(new Case<>(texts, true)), false);
  }

  /** Sorts texts by sets; what is in none of them is in the last class. */
  static <T> Classifier<T> ofCases(List<Case<T>> cases, T otherwise) {
    return new Decision<>(cases, otherwise);
  }

  /** Sorts texts by a function that does the same as looking through sets does. */
  static <T> Classifier<T> described(Function<String, T> function, List<Case<T>> cases) {
    return described(function, cases, List.of());
  }

  /**
   * Sorts texts by a function that does the same as looking through sets does.
   *
   * @param cases makes the sets, which a single text does not need
   */
  static <T> Classifier<T> described(Function<String, T> function, Supplier<List<Case<T>>> cases) {
    return new Described<>(function, new Lazy<>(() -> List.copyOf(cases.get())), List.of());
  }

  /**
   * Sorts texts by a function that does the same as looking through sets does; of texts in none of
   * them, only the possible results are known.
   */
  static <T> Classifier<T> described(
      Function<String, T> function, List<Case<T>> cases, List<T> otherwise) {
    List<Case<T>> known = List.copyOf(cases);
    return new Described<>(function, new Lazy<>(() -> known), otherwise);
  }

  /** Sorts texts by a function of which only the possible results are known. */
  static <T> Classifier<T> among(List<T> results, Function<String, T> function) {
    return new Sorting<>(function, List.copyOf(results));
  }

  /** Sorts texts by a function that can be anything. */
  static <T> Classifier<T> opaque(Function<String, T> function) {
    return new Sorting<>(function, List.of());
  }
}
