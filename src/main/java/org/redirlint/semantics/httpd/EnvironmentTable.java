package org.redirlint.semantics.httpd;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The environment variables of a request. A name may stand twice, as tables are laid over each
 * other (apr_table_overlay): the first value is the one that is read, the last one what an internal
 * redirect takes along.
 *
 * @param first the first values, by name in lower case
 * @param last the last values, by name in lower case
 * @param <V> a value
 */
public record EnvironmentTable<V>(Map<String, V> first, Map<String, V> last) {

  /** Copies the values. */
  public EnvironmentTable {
    first = Map.copyOf(first);
    last = Map.copyOf(last);
  }

  /** Returns an environment in which each name stands once. */
  static <V> EnvironmentTable<V> of(Map<String, V> values) {
    return new EnvironmentTable<>(values, values);
  }

  /** Returns what is read of a name. */
  Optional<V> get(String name) {
    return Optional.ofNullable(first.get(name.toLowerCase(Locale.ROOT)));
  }

  boolean has(String name) {
    return first.containsKey(name.toLowerCase(Locale.ROOT));
  }

  EnvironmentTable<V> with(String name, V value) {
    return new EnvironmentTable<>(with(first, name, value), with(last, name, value));
  }

  EnvironmentTable<V> without(String name) {
    return has(name) ? new EnvironmentTable<>(without(first, name), without(last, name)) : this;
  }

  /** Returns these variables with others behind them. */
  EnvironmentTable<V> before(EnvironmentTable<V> others) {
    return new EnvironmentTable<>(merged(others.first, first), merged(last, others.last));
  }

  /** Returns the variables of the request that follows an internal one (rename_original_env). */
  EnvironmentTable<V> renamed() {
    Map<String, V> renamed = new HashMap<>();
    last.forEach((name, value) -> renamed.put("redirect_" + name, value));
    return of(renamed);
  }

  private static <V> Map<String, V> with(Map<String, V> values, String name, V value) {
    return merged(values, Map.of(name.toLowerCase(Locale.ROOT), value));
  }

  private static <V> Map<String, V> without(Map<String, V> values, String name) {
    Map<String, V> fewer = new HashMap<>(values);
    fewer.remove(name.toLowerCase(Locale.ROOT));
    return fewer;
  }

  private static <V> Map<String, V> merged(Map<String, V> values, Map<String, V> winning) {
    Map<String, V> merged = new HashMap<>(values);
    merged.putAll(winning);
    return merged;
  }
}
