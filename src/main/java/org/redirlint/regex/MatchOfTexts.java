package org.redirlint.regex;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A match of finitely many texts, each of which was matched by itself. */
final class MatchOfTexts implements LanguageMatch {

  private final Set<String> matching = new HashSet<>();
  private final Set<String> rest = new HashSet<>();
  private final List<MatchResult.Matched> matches = new ArrayList<>();
  private boolean exact = true;

  MatchOfTexts(Regex regex, Set<String> subjects) {
    for (String subject : subjects) {
      MatchResult result = regex.match(subject);
      if (!(result instanceof MatchResult.NotMatched)) {
        matching.add(subject);
      }
      if (!(result instanceof MatchResult.Matched)) {
        rest.add(subject);
      }
      if (result instanceof MatchResult.Matched matched) {
        matches.add(matched);
      }
      exact &= !(result instanceof MatchResult.Undetermined);
    }
  }

  @Override
  public Language matching() {
    return Language.anyOf(matching);
  }

  @Override
  public Language rest() {
    return Language.anyOf(rest);
  }

  @Override
  public boolean isExact() {
    return exact;
  }

  @Override
  public Language group(int number) {
    if (!exact) {
      return Language.ALL;
    }
    Set<String> captured = new HashSet<>();
    matches.forEach(match -> captured.add(match.groups().get(number)));
    return Language.anyOf(captured);
  }

  /** A group that captured the empty text looks like one that took no part. */
  @Override
  public boolean mayBeUnset(int number) {
    return number != 0
        && (!exact || matches.stream().anyMatch(match -> match.groups().get(number).isEmpty()));
  }
}
