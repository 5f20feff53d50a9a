package org.redirlint.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Matches in linear time, by RE2/J. */
final class LinearMatcher {

  private final Pattern pattern;
  private final boolean endIsSpecial;

  private final boolean sameGroups;

  private LinearMatcher(String text, boolean sameGroups) {
    this.pattern = Pattern.compile(text);
    this.sameGroups = sameGroups;
    this.endIsSpecial = text.indexOf('$') >= 0;
  }

  /**
   * Compiles a pattern; empty if RE2/J finds it too large.
   *
   * @param sameGroups whether RE2/J also captures what PCRE captures
   */
  static Optional<LinearMatcher> compile(String text, boolean sameGroups) {
    try {
      return Optional.of(new LinearMatcher(text, sameGroups));
    } catch (PatternSyntaxException tooLarge) {
      return Optional.empty();
    }
  }

  /**
   * Tells whether RE2/J also captures what PCRE captures, or only finds a match where PCRE does.
   */
  boolean sameGroups() {
    return sameGroups;
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
