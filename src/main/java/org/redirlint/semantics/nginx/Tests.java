package org.redirlint.semantics.nginx;

import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Classifier;

/** What nginx asks of texts again and again. */
final class Tests {

  /** Whether a text is empty. */
  static final Classifier<Boolean> EMPTY = Classifier.in(TextSet.of(""));

  /** Whether a text counts as false in a condition: an empty one, or a zero. */
  static final Classifier<Boolean> FALSE = Classifier.in(TextSet.of("", "0"));

  /** Whether a text switches something off. */
  static final Classifier<Boolean> OFF = Classifier.in(TextSet.of("off"));

  /** Whether a text is a path. */
  static final Classifier<Boolean> PATH = Classifier.in(TextSet.startingWith("/"));

  /** Whether a URI asks for a directory. */
  static final Classifier<Boolean> DIRECTORY = Classifier.in(TextSet.endingWith("/"));

  /** Whether a text is the name of a location. */
  static final Classifier<Boolean> NAMED_LOCATION = Classifier.in(TextSet.startingWith("@"));

  private Tests() {}
}
