package org.redirlint.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** Matches in linear time, by RE2/J. */
final class LinearMatcher {

  private final Pattern pattern;
  private final boolean endIsSpecial;

  LinearMatcher(String text, boolean ignoreCase) {
    this.pattern = Pattern.compile(text, ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
    this.endIsSpecial = text.indexOf('$') >= 0;
  }

  /**
   * Tells whether RE2/J and PCRE mean the same for this subject: PCRE's {@code $} also matches
   * before a line feed at the end.
   */
  boolean agreesOn(String subject) {
    return !(endIsSpecial && subject.endsWith("\n"));
  }

  MatchResult match(String subject) {
    Matcher matcher = pattern.matcher(subject);
    if (!matcher.find()) {
      return new MatchResult.NotMatched();
    }
    int count = matcher.groupCount() + 1;
    List<String> groups = new ArrayList<>(count);
    int highest = 1;
    for (int i = 0; i < count; i++) {
      int start = matcher.start(i);
      groups.add(start < 0 ? "" : subject.substring(start, matcher.end(i)));
      highest = start < 0 ? highest : i + 1;
    }
    return new MatchResult.Matched(groups, highest);
  }
}
