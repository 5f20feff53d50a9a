package org.redirlint.regex;

import org.redirlint.regex.automaton.LanguageTooLargeException;
import org.redirlint.regex.automaton.PatternAutomaton;

/**
 * A match told from an automaton: every way to match counts, not only the one that PCRE prefers.
 *
 * @param pattern the expression
 * @param matching the texts that can match
 * @param rest the texts that can fail to match
 * @param isExact whether no text is in both
 */
record MatchOfAutomaton(PatternAutomaton pattern, Language matching, Language rest, boolean isExact)
    implements LanguageMatch {

  @Override
  public Language group(int number) {
    try {
      return Language.ofAutomaton(pattern.captures(number, matching.whole()));
    } catch (LanguageTooLargeException tooLarge) {
      return Language.ALL;
    }
  }

  @Override
  public boolean mayBeUnset(int number) {
    try {
      return pattern.mayBeUnset(number, matching.whole());
    } catch (LanguageTooLargeException tooLarge) {
      return number != 0;
    }
  }
}
