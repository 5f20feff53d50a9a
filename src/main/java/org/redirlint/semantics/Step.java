package org.redirlint.semantics;

import org.redirlint.source.Origin;

/**
 * Something that mattered on the way to an answer.
 *
 * @param origin the directive
 * @param what what it did, a phrase
 * @param handsOn whether it handed the request on to another server
 */
public record Step(Origin origin, String what, boolean handsOn) {

  /** Takes something that mattered within a server. */
  public Step(Origin origin, String what) {
    this(origin, what, false);
  }
}
