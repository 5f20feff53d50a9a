package org.redirlint.model.nginx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.redirlint.regex.TextSet;

/**
 * Host names and what they stand for, found as nginx finds them (ngx_hash_find_combined): the exact
 * name, else the longest wildcard at the start, else the longest wildcard at the end.
 *
 * @param <T> what a name stands for
 */
public final class NameTable<T> {

  private final Map<String, T> exact = new LinkedHashMap<>();
  private final Map<String, T> starts = new HashMap<>();
  private final Map<String, T> ends = new HashMap<>();

  /** Adds an exact name in lower case; false if it is there already. */
  public boolean addExact(String name, T value) {
    return exact.putIfAbsent(name, value) == null;
  }

  /**
   * Adds a name with a wildcard, in lower case: {@code *.name}, {@code .name} or {@code name.*};
   * false if it is there already.
   */
  public boolean addWildcard(String pattern, T value) {
    if (pattern.startsWith("*.")) {
      return starts.putIfAbsent(pattern.substring(2), value) == null;
    }
    if (pattern.startsWith(".")) {
      String name = pattern.substring(1);
      if (exact.containsKey(name) || starts.containsKey(name)) {
        return false;
      }
      exact.put(name, value);
      starts.put(name, value);
      return true;
    }
    return ends.putIfAbsent(pattern.substring(0, pattern.length() - 2), value) == null;
  }

  /** Returns what a name in lower case stands for. */
  public Optional<T> find(String name) {
    T found = exact.get(name);
    if (found == null && !starts.isEmpty()) {
      for (int dot = name.indexOf('.');
          dot >= 0 && found == null;
          dot = name.indexOf('.', dot + 1)) {
        found = dot == 0 ? null : starts.get(name.substring(dot + 1));
      }
    }
    if (found == null && !ends.isEmpty()) {
      for (int dot = name.lastIndexOf('.'); dot > 0 && found == null; ) {
        found = ends.get(name.substring(0, dot));
        dot = name.lastIndexOf('.', dot - 1);
      }
    }
    return Optional.ofNullable(found);
  }

  /** Returns the names without a wildcard and what they stand for, in the order added. */
  public Map<String, T> exact() {
    return Collections.unmodifiableMap(exact);
  }

  /** Returns the names without a wildcard. */
  public TextSet exactNames() {
    return new TextSet.OneOf(exact.keySet());
  }

  /**
   * Returns the names as sets of hosts, in an order in which the first set that holds a host is the
   * name that is found.
   */
  public List<Entry<T>> entries() {
    List<Entry<T>> entries = new ArrayList<>();
    exact.forEach((name, value) -> entries.add(new Entry<>(TextSet.of(name), value)));
    for (Map.Entry<String, T> entry : longestFirst(starts)) {
      String end = "." + entry.getKey();
      entries.add(new Entry<>(new TextSet.Around("", end, end.length() + 1), entry.getValue()));
    }
    for (Map.Entry<String, T> entry : longestFirst(ends)) {
      entries.add(new Entry<>(TextSet.startingWith(entry.getKey() + "."), entry.getValue()));
    }
    return entries;
  }

  private static <T> List<Map.Entry<String, T>> longestFirst(Map<String, T> names) {
    List<Map.Entry<String, T>> entries = new ArrayList<>(names.entrySet());
    entries.sort(Comparator.comparingInt(entry -> -entry.getKey().length()));
    return entries;
  }

  /**
   * A name.
   *
   * @param texts the hosts it stands for
   * @param value what it stands for
   * @param <T> what a name stands for
   */
  public record Entry<T>(TextSet texts, T value) {

    /** Returns the hosts with a dot behind them. */
    public TextSet withFinalDot() {
      if (texts instanceof TextSet.OneOf names) {
        return new TextSet.OneOf(
            names.texts().stream().map(name -> name + ".").collect(Collectors.toSet()));
      }
      TextSet.Around wildcard = (TextSet.Around) texts;
      return new TextSet.Around(wildcard.start(), wildcard.end() + ".", wildcard.length() + 1);
    }
  }

  /** Tells whether no name is in the table. */
  public boolean isEmpty() {
    return exact.isEmpty() && starts.isEmpty() && ends.isEmpty();
  }
}
