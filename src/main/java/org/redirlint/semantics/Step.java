package org.redirlint.semantics;

import org.redirlint.source.Origin;

/**
 * Something that mattered on the way to an answer.
 *
 * @param origin the directive
 * @param what what it did, a phrase
 * @param kind the part it had
 */
public record Step(Origin origin, String what, Kind kind) {

  /** The part that something has on the way to an answer. */
  public enum Kind {
    /** It does something with the request. */
    ACTS,
    /** It is the line of a table that holds a value. */
    HOLDS_A_VALUE,
    /** It hands the request on to another server. */
    HANDS_ON
  }

  /** Takes something that mattered within a server. */
  public Step(Origin origin, String what) {
    this(origin, what, Kind.ACTS);
  }
}
