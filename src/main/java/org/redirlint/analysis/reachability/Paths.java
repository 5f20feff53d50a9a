package org.redirlint.analysis.reachability;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.regex.Language;
import org.redirlint.regex.LanguageMatch;
import org.redirlint.regex.MatchResult;
import org.redirlint.regex.Regex;
import org.redirlint.regex.automaton.LanguageTooLargeException;

/** Compares the paths that regular expressions match. Where it cannot tell, it says no. */
final class Paths {

  /** Each costs an automaton. */
  private static final int MOST_PATTERNS = 2_000;

  private static final Language ROOT = Language.anyOf(List.of("", "/"));
  private static final Language BROKEN = Regex.constant("[\\r\\n]").match(Language.ALL).matching();

  private static final int MOST_COMPARISONS = 20_000;

  private final Language universe;
  private final Language pages;
  private final Map<Regex, Optional<LanguageMatch>> matches = new HashMap<>();
  private int comparisons;

  /**
   * Takes the paths there are.
   *
   * @param universe texts, no other one of which is ever matched
   */
  Paths(Language universe) {
    this.universe = universe;
    this.pages = universe.minus(ROOT).minus(BROKEN);
  }

  /** Tells whether one expression matches whatever the other one matches. */
  boolean covers(Regex wide, Regex narrow) {
    Optional<LanguageMatch> match = match(narrow);
    return match.isPresent() && covers(wide, match.get().matching());
  }

  /** Tells whether an expression matches all of some paths. */
  boolean covers(Regex wide, Language paths) {
    Optional<String> sample = paths.shortest();
    if (sample.isEmpty() || !(wide.match(sample.get()) instanceof MatchResult.Matched)) {
      return false;
    }
    Optional<LanguageMatch> match = match(wide);
    comparisons++;
    try {
      return comparisons < MOST_COMPARISONS
          && match.isPresent()
          && match.get().isExact()
          && match.get().matching().includes(paths);
    } catch (LanguageTooLargeException tooLarge) {
      return false;
    }
  }

  /**
   * Tells whether an expression matches every path that anybody asks for: the shortest one, and
   * those with line breaks in them, need not be among them.
   */
  boolean coversPages(Regex wide) {
    return covers(wide, pages);
  }

  /** Tells whether an expression matches every path. */
  boolean coversAll(Regex wide) {
    return covers(wide, universe);
  }

  /** Tells whether an expression matches no path at all. */
  boolean isVain(Regex regex) {
    Optional<LanguageMatch> match = match(regex);
    return match.isPresent() && match.get().matching().isEmpty();
  }

  /** Returns all paths that an expression may match. */
  Language possibly(Regex regex) {
    return match(regex).map(LanguageMatch::matching).orElse(universe);
  }

  /** Returns paths that an expression matches: none where it cannot tell exactly. */
  Language surely(Regex regex) {
    return match(regex)
        .filter(LanguageMatch::isExact)
        .map(LanguageMatch::matching)
        .orElse(Language.NONE);
  }

  /** Returns a path that an expression matches; empty if there is none, or none is known. */
  Optional<String> sample(Regex regex) {
    return match(regex).flatMap(match -> match.matching().shortest());
  }

  private Optional<LanguageMatch> match(Regex regex) {
    Optional<LanguageMatch> known = matches.get(regex);
    if (known != null) {
      return known;
    }
    Optional<LanguageMatch> found = Optional.empty();
    if (matches.size() < MOST_PATTERNS) {
      try {
        found = Optional.of(regex.match(universe));
      } catch (LanguageTooLargeException tooLarge) {
        found = Optional.empty();
      }
    }
    matches.put(regex, found);
    return found;
  }
}
