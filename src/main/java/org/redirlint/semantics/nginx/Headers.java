package org.redirlint.semantics.nginx;

import java.util.AbstractMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Headers that are looked up by name only, each when it is asked for.
 *
 * @param <V> a value
 */
final class Headers<V> extends AbstractMap<String, V> {

  private final Function<String, V> lookUp;

  Headers(Function<String, V> lookUp) {
    this.lookUp = lookUp;
  }

  @Override
  public @Nullable V get(@Nullable Object name) {
    return name instanceof String text ? lookUp.apply(text) : null;
  }

  @Override
  public Set<Entry<String, V>> entrySet() {
    throw new UnsupportedOperationException("headers are known by name only");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
