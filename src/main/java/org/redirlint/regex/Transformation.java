package org.redirlint.regex;

/**
 * A change of a text into another. One that is a {@link Transducer} changes languages as well; of
 * any other, only single texts can be followed.
 */
@FunctionalInterface
public interface Transformation {

  /** Returns the changed text. */
  String apply(String text);
}
