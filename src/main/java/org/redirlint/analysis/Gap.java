package org.redirlint.analysis;

/**
 * What of a configuration could not be read.
 *
 * @param part which part, a phrase
 * @param isIncluded whether it stands in other files, which are included; else the text that was
 *     read may mean something else, or nothing to the server
 */
public record Gap(String part, boolean isIncluded) {

  /** Returns what is supposed of it, a clause. */
  String supposition() {
    return part + " does not change this";
  }
}
