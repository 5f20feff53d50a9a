package org.redirlint.semantics.nginx;

import java.util.List;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Classifier;

/**
 * Returns as many of a text's first characters as a prefix has; nearly always the prefix itself.
 *
 * @param prefix the prefix
 */
record PrefixOf(String prefix) implements Classifier<String> {

  @Override
  public String of(String text) {
    return text.substring(0, Math.min(prefix.length(), text.length()));
  }

  @Override
  public List<Case<String>> cases() {
    return List.of(new Case<>(TextSet.startingWith(prefix), prefix));
  }
}
