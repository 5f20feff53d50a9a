package org.redirlint.regex;

/**
 * What a regular expression comes to for every text of a language.
 *
 * <p>Nothing that can happen is left out: a text that matches is in {@link #matching}, one that
 * does not is in {@link #rest}, and what a group captures is in {@link #group}. Where that cannot
 * be told exactly, a text may be in both, and a group's language holds more than is ever captured.
 */
public sealed interface LanguageMatch permits MatchOfTexts, MatchOfAutomaton {

  /** Returns the texts that can match. */
  Language matching();

  /** Returns the texts that can fail to match. */
  Language rest();

  /** Tells whether no text is both in {@link #matching} and in {@link #rest}. */
  boolean isExact();

  /**
   * Returns what a group can capture where the expression matches. A group that takes no part
   * captures nothing: see {@link #mayBeUnset}.
   *
   * @param number the group's number, at most the number of groups; 0 is the whole match
   */
  Language group(int number);

  /**
   * Tells whether the expression may match without a group's taking part.
   *
   * @param number the group's number, at most the number of groups; 0 is the whole match
   */
  boolean mayBeUnset(int number);
}
