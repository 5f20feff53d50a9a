package org.redirlint.semantics.nginx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What variables and captures hold.
 *
 * @param captures what the last match captured, the whole match first
 * @param variables the variables that have been set, captured by name, or looked up and kept
 * @param depth how many tables are being looked up inside one another
 * @param lookups how many tables have been looked up so far
 * @param <V> a value
 */
record Bindings<V>(List<V> captures, Map<String, V> variables, int depth, int lookups) {

  Bindings<V> deeper() {
    return new Bindings<>(captures, variables, depth + 1, lookups + 1);
  }

  Bindings<V> back() {
    return new Bindings<>(captures, variables, depth - 1, lookups);
  }

  Bindings<V> withCaptures(List<V> other) {
    return new Bindings<>(other, variables, depth, lookups);
  }

  Bindings<V> without(Predicate<String> names) {
    Map<String, V> fewer = new HashMap<>(variables);
    fewer.keySet().removeIf(names);
    return new Bindings<>(captures, fewer, depth, lookups);
  }

  Bindings<V> with(String name, V value) {
    Map<String, V> more = new HashMap<>(variables);
    more.put(name, value);
    return new Bindings<>(captures, more, depth, lookups);
  }
}
