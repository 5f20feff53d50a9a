package org.redirlint.model.nginx;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the longest of many prefixes in a number of steps that grows with the logarithm of their
 * number.
 *
 * <p>In sorted order, everything between a text's longest prefix and the text itself begins with
 * that prefix. So the text's predecessor is the prefix, or has it among the prefixes of its own.
 *
 * @param <T> what a prefix stands for
 */
final class PrefixTable<T> {

  private final String[] prefixes;
  private final int[] parents;
  private final List<T> values;

  PrefixTable(Map<String, T> entries) {
    this.prefixes = entries.keySet().toArray(new String[0]);
    Arrays.sort(prefixes);
    this.values = Arrays.stream(prefixes).map(entries::get).toList();
    this.parents = new int[prefixes.length];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < prefixes.length; i++) {
      while (!open.isEmpty() && !prefixes[i].startsWith(prefixes[open.element()])) {
        open.pop();
      }
      parents[i] = open.isEmpty() ? -1 : open.element();
      open.push(i);
    }
  }

  List<String> all() {
    return List.of(prefixes);
  }

  Optional<T> longest(String text) {
    int found = Arrays.binarySearch(prefixes, text);
    int at = found >= 0 ? found : -found - 2;
    while (at >= 0 && !text.startsWith(prefixes[at])) {
      at = parents[at];
    }
    return at < 0 ? Optional.empty() : Optional.of(values.get(at));
  }
}
