package org.redirlint.regex;

import java.util.List;
import java.util.Optional;

/**
 * A regular expression as nginx and httpd use PCRE: over bytes (one character each), unanchored,
 * the first match in Perl's order.
 *
 * <p>Matching takes bounded time. RE2/J matches what it can express with the same meaning, in time
 * linear in the subject; everything else goes to a backtracking matcher that gives up after a fixed
 * number of steps.
 */
public final class Regex {

  private final String pattern;
  private final boolean ignoreCase;
  private final List<GroupName> names;
  private final int groupCount;
  private final Optional<LinearMatcher> linear;
  private final Optional<BacktrackingMatcher> backtracking;
  private final String obstacle;

  private Regex(String pattern, boolean ignoreCase, Translation translation) {
    this.pattern = pattern;
    this.ignoreCase = ignoreCase;
    this.names = translation.names();
    this.groupCount = translation.groupCount();
    this.linear = translation.linear().map(text -> new LinearMatcher(text, ignoreCase));
    this.backtracking =
        translation.backtracking().map(text -> new BacktrackingMatcher(text, ignoreCase));
    this.obstacle = translation.obstacle();
  }

  /**
   * Compiles a pattern.
   *
   * @throws RegexSyntaxException if PCRE would not compile it
   */
  public static Regex compile(String pattern, boolean ignoreCase) throws RegexSyntaxException {
    return new Regex(pattern, ignoreCase, Translator.translate(pattern, ignoreCase));
  }

  /**
   * Compiles a pattern that is part of this program.
   *
   * @throws IllegalArgumentException if PCRE would not compile it
   */
  public static Regex constant(String pattern) {
    try {
      return compile(pattern, false);
    } catch (RegexSyntaxException mistake) {
      throw new IllegalArgumentException(pattern, mistake);
    }
  }

  /** Returns the pattern as written. */
  public String pattern() {
    return pattern;
  }

  /** Tells whether the case of ASCII letters does not matter. */
  public boolean ignoreCase() {
    return ignoreCase;
  }

  /** Returns the named groups, in the order written. */
  public List<GroupName> names() {
    return names;
  }

  /** Returns the number of groups, the whole match not counted. */
  public int groupCount() {
    return groupCount;
  }

  /** Looks for the first match in a subject. */
  public MatchResult match(String subject) {
    if (linear.isPresent() && linear.get().agreesOn(subject)) {
      return linear.get().match(subject);
    }
    if (backtracking.isPresent()) {
      return backtracking.get().match(subject);
    }
    return new MatchResult.Undetermined(
        "the regular expression \"" + pattern + "\" uses " + obstacle);
  }

  @Override
  public String toString() {
    return pattern;
  }

  /**
   * A named group.
   *
   * @param name its name
   * @param number its number, 1-based
   */
  public record GroupName(String name, int number) {}
}
