package org.redirlint.analysis.graph;

import java.util.OptionalInt;

/**
 * By how many bytes parts of a URL become longer by a redirect, at most; negative where they become
 * shorter, empty where that is not known.
 *
 * @param whole host and path together, of which a host that is written counts for nothing
 * @param path the path, its percent-encoding undone
 * @param host the host, as the Host header names it
 */
record Lengthening(OptionalInt whole, OptionalInt path, OptionalInt host) {

  /** Nothing is known. */
  static final Lengthening UNKNOWN =
      new Lengthening(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
}
