package org.redirlint.regex;

import java.util.Optional;
import org.redirlint.regex.automaton.LanguageTooLargeException;
import org.redirlint.regex.automaton.PatternAutomaton;
import org.redirlint.regex.syntax.Node;

/** Matches a regular expression against languages. */
final class LanguageMatcher {

  private final PatternAutomaton pattern;
  private final Language possible;
  private final Language certain;

  private LanguageMatcher(PatternAutomaton pattern, Language possible, Language certain) {
    this.pattern = pattern;
    this.possible = possible;
    this.certain = certain;
  }

  /** Builds the languages of a pattern; if they are too large, nothing is known of any text. */
  static LanguageMatcher of(Node root) {
    PatternAutomaton pattern = new PatternAutomaton(root);
    Optional<Language> plain = PlainTexts.of(root).map(Language::anyOf);
    if (plain.isPresent()) {
      return new LanguageMatcher(pattern, plain.orElseThrow(), plain.orElseThrow());
    }
    try {
      PatternAutomaton.Matching matching = pattern.matching();
      Language possible = Language.ofAutomaton(matching.possible());
      return new LanguageMatcher(
          pattern,
          possible,
          matching.isExact() ? possible : Language.ofAutomaton(matching.certain()));
    } catch (LanguageTooLargeException tooLarge) {
      return new LanguageMatcher(pattern, Language.ALL, Language.NONE);
    }
  }

  LanguageMatch match(Language subject) {
    try {
      Language matching = subject.intersect(possible);
      Language rest = subject.minus(certain);
      return new MatchOfAutomaton(pattern, matching, rest, matching.intersect(rest).isEmpty());
    } catch (LanguageTooLargeException tooLarge) {
      return new MatchOfAutomaton(pattern, subject, subject, false);
    }
  }
}
