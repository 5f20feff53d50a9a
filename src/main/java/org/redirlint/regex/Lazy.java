package org.redirlint.regex;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed when it is first asked for. Two threads may both compute it; the values
 * are equal, and one of them is kept.
 *
 * @param <T> an immutable value
 */
public final class Lazy<T> {

  private final Supplier<T> supplier;
  private volatile @Nullable T value;

  /** Takes what computes the value. */
  public Lazy(Supplier<T> supplier) {
    this.supplier = supplier;
  }

  /** Returns the value. */
  public T get() {
    T known = value;
    if (known == null) {
      known = supplier.get();
      value = known;
    }
    return known;
  }
}
