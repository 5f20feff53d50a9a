package org.redirlint.analysis;

/**
 * What of a configuration could not be read.
 *
 * @param part which part, a phrase
 * @param kind where that leaves what was read
 */
public record Gap(String part, Kind kind) {

  /** What there is in the place of what could not be read. */
  public enum Kind {
    /** It stands in other files, which are included. */
    INCLUDED,
    /** The text is there, and the server may take it for something else, or refuse it. */
    UNREAD,
    /** Something else writes it before a server reads it. */
    UNFILLED
  }

  /** Returns what is supposed of it, a clause. */
  public String supposition() {
    return part + " does not change this";
  }
}
