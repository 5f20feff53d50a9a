package org.redirlint.semantics;

/**
 * A thing that equals itself alone, however much it looks like others.
 *
 * @param thing the thing
 */
public record Same(Object thing) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Same same && same.thing == thing;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(thing);
  }
}
