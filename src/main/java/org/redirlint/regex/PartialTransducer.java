package org.redirlint.regex;

/**
 * A transducer that does for some texts what is done to all texts otherwise: {@link #apply} is
 * right for every text, the steps are right for those of a set.
 */
public interface PartialTransducer extends Transducer {

  /** Returns the texts for which reading from left to right is right. */
  TextSet readable();

  @Override
  String apply(String text);
}
