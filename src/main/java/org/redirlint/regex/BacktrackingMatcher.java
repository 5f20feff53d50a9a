package org.redirlint.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Matches by backtracking, and gives up after a fixed number of steps. */
final class BacktrackingMatcher {

  /** How many characters may be looked at: some tenths of a second. */
  private static final int BUDGET = 5_000_000;

  /** How many may be looked at for little, in any subject and for each character of a long one. */
  private static final int FEW = 2_000;

  private static final int FEW_EACH = 16;

  private final Pattern pattern;
  private final String written;

  private BacktrackingMatcher(String text, String written) {
    this.pattern = Pattern.compile(text, Pattern.UNIX_LINES);
    this.written = written;
  }

  /**
   * Compiles a pattern; empty if java.util.regex refuses it, as it does some lookbehinds.
   *
   * @param text the pattern in the words of java.util.regex
   * @param written the pattern as it stands in the configuration
   */
  static Optional<BacktrackingMatcher> compile(String text, String written) {
    try {
      return Optional.of(new BacktrackingMatcher(text, written));
    } catch (PatternSyntaxException | StackOverflowError refused) {
      // java.util.regex recurses for long patterns, too.
      return Optional.empty();
    }
  }

  MatchResult match(String subject) {
    return search(subject, BUDGET)
        .orElseGet(
            () ->
                new MatchResult.Undetermined(
                    "the regular expression \""
                        + written
                        + "\" backtracks too much to be decided"));
  }

  /** Looks for the first match where that costs little, as it mostly does; empty elsewhere. */
  Optional<MatchResult> attempt(String subject) {
    return search(subject, Math.max(FEW, Math.min(BUDGET, FEW_EACH * subject.length())));
  }

  private Optional<MatchResult> search(String subject, int budget) {
    Matcher matcher = pattern.matcher(new Metered(subject, budget));
    try {
      return Optional.of(matcher.find() ? found(matcher, subject) : new MatchResult.NotMatched());
    } catch (OutOfSteps | StackOverflowError tooMuch) {
      // java.util.regex recurses for nested repetitions; a deep recursion is an endless search too.
      return Optional.empty();
    }
  }

  private static MatchResult found(Matcher matcher, String subject) {
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

  /** A subject that counts how often it is looked at. */
  private static final class Metered implements CharSequence {

    private final String text;
    private int left;

    Metered(String text, int budget) {
      this.text = text;
      this.left = budget;
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw new OutOfSteps();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Ends a search that has used up its steps. */
  private static final class OutOfSteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfSteps() {
      super("", null, false, false);
    }
  }
}
