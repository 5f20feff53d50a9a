package org.redirlint.regex;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Matches what most rewriting asks for, <code>^/a/text/(.*)$</code>, by a glance at the beginning.
 *
 * @param head the text
 * @param anything whether the dot is a line feed, too
 */
record HeadMatcher(String head, boolean anything) {

  private static final String DOT_IS_ANYTHING = "(?s)";
  private static final Set<String> ENDS = Set.of("", "$", "\\z");

  /** Returns the matcher of a pattern; empty for those of another form. */
  static Optional<HeadMatcher> of(String pattern, boolean ignoreCase) {
    boolean anything = pattern.startsWith(DOT_IS_ANYTHING);
    int start = anything ? DOT_IS_ANYTHING.length() : 0;
    int rest = pattern.indexOf("(.*)", start);
    boolean whole = rest > start && ENDS.contains(pattern.substring(rest + 4));
    if (ignoreCase || !whole || pattern.charAt(start) != '^') {
      return Optional.empty();
    }
    StringBuilder head = new StringBuilder();
    for (int at = start + 1; at < rest; at++) {
      boolean escaped = pattern.startsWith("\\.", at);
      at += escaped ? 1 : 0;
      if (!escaped && !isPlain(pattern.charAt(at))) {
        return Optional.empty();
      }
      head.append(pattern.charAt(at));
    }
    return Optional.of(new HeadMatcher(head.toString(), anything));
  }

  private static boolean isPlain(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || "/-_~".indexOf(c) >= 0);
  }

  /** Tells whether all behind the beginning is matched. */
  boolean agreesOn(String subject) {
    return anything || subject.indexOf('\n') < 0;
  }

  MatchResult match(String subject) {
    return subject.startsWith(head)
        ? new MatchResult.Matched(List.of(subject, subject.substring(head.length())), 2)
        : new MatchResult.NotMatched();
  }
}
