package org.redirlint.semantics.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.model.nginx.NameTable;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Classifier;

/**
 * Looks a host in lower case up among names and wildcards.
 *
 * @param names the names
 * @param <T> what a name stands for
 */
record NameSearch<T>(NameTable<T> names) implements Classifier<Optional<T>> {

  @Override
  public Optional<T> of(String host) {
    return names.find(host);
  }

  @Override
  public List<Case<Optional<T>>> cases() {
    List<Case<Optional<T>>> cases = new ArrayList<>();
    names
        .entries()
        .forEach(entry -> cases.add(new Case<>(entry.texts(), Optional.of(entry.value()))));
    cases.add(new Case<>(TextSet.all(), Optional.empty()));
    return cases;
  }
}
