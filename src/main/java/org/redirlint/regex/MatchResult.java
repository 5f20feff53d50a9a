package org.redirlint.regex;

import java.util.List;

/** What matching a regular expression came to. */
public sealed interface MatchResult {

  /**
   * The subject matches.
   *
   * @param groups the text of each group, the whole match first; a group that took no part is the
   *     empty string, as the servers see it
   * @param highest the number of the last group that took part, plus one
   */
  record Matched(List<String> groups, int highest) implements MatchResult {
    public Matched {
      groups = List.copyOf(groups);
    }
  }

  /** The subject does not match. */
  record NotMatched() implements MatchResult {}

  /**
   * Nobody can tell in bounded time.
   *
   * @param reason why, a clause
   */
  record Undetermined(String reason) implements MatchResult {}
}
