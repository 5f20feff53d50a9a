package org.redirlint.semantics;

import java.util.ArrayList;
import java.util.List;
import org.redirlint.regex.TextSet;

/**
 * Tries one set after the other.
 *
 * @param <T> a class
 */
final class Decision<T> implements Classifier<T> {

  private final List<Case<T>> cases;
  private final T otherwise;

  Decision(List<Case<T>> cases, T otherwise) {
    this.cases = List.copyOf(cases);
    this.otherwise = otherwise;
  }

  @Override
  public T of(String text) {
    for (Case<T> entry : cases) {
      if (entry.texts().contains(text)) {
        return entry.result();
      }
    }
    return otherwise;
  }

  @Override
  public List<Case<T>> cases() {
    List<Case<T>> all = new ArrayList<>(cases);
    all.add(new Case<>(TextSet.all(), otherwise));
    return all;
  }
}
