package org.redirlint.semantics;

import java.util.AbstractMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Headers that are looked up by name only, each when it is asked for.
 *
 * @param <V> a value
 */
public final class LookedUpHeaders<V> extends AbstractMap<String, V> {

  private final Function<String, Optional<V>> lookUp;

  /** Takes what finds a header's value; empty if it is not sent. */
  public LookedUpHeaders(Function<String, Optional<V>> lookUp) {
    this.lookUp = lookUp;
  }

  @Override
  public @Nullable V get(@Nullable Object name) {
    return name instanceof String text ? lookUp.apply(text).orElse(null) : null;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
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
