package org.redirlint.regex;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A regular expression as nginx and httpd use PCRE: over bytes (one character each), unanchored,
 * the first match in Perl's order.
 *
 * <p>Matching takes bounded time. Where only the beginning decides, it is compared. A backtracking
 * matcher is quick for nearly all else; where it is not, RE2/J matches what it can express with the
 * same meaning, in time linear in the subject, and the backtracking matcher goes on with what is
 * left until it gives up after a fixed number of steps.
 */
public final class Regex {

  private final String pattern;
  private final boolean ignoreCase;
  private final ParsedPattern parsed;
  private final Optional<HeadMatcher> head;
  private final Lazy<Optional<LinearMatcher>> linear;
  private final Lazy<Optional<BacktrackingMatcher>> backtracking;
  private final Lazy<LanguageMatcher> languages;

  private Regex(String pattern, boolean ignoreCase, ParsedPattern parsed) {
    this.pattern = pattern;
    this.ignoreCase = ignoreCase;
    this.parsed = parsed;
    this.head = HeadMatcher.of(pattern, ignoreCase);
    this.linear = new Lazy<>(() -> LinearWriter.write(parsed.root()));
    this.backtracking =
        new Lazy<>(
            () -> BacktrackingMatcher.compile(BacktrackingWriter.write(parsed.root()), pattern));
    this.languages = new Lazy<>(() -> LanguageMatcher.of(parsed.root()));
  }

  /**
   * Compiles a pattern.
   *
   * @throws RegexSyntaxException if PCRE would not compile it
   */
  public static Regex compile(String pattern, boolean ignoreCase) throws RegexSyntaxException {
    return new Regex(pattern, ignoreCase, PatternReader.read(pattern, ignoreCase));
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
    return parsed.names();
  }

  /** Returns the number of groups, the whole match not counted. */
  public int groupCount() {
    return parsed.groupCount();
  }

  /** Looks for the first match in a subject. */
  public MatchResult match(String subject) {
    if (parsed.obstacle().isPresent()) {
      return undetermined(parsed.obstacle().orElseThrow());
    }
    if (head.isPresent() && head.orElseThrow().agreesOn(subject)) {
      return head.orElseThrow().match(subject);
    }
    Optional<MatchResult> quick = backtracking.get().flatMap(engine -> engine.attempt(subject));
    if (quick.isPresent()) {
      return quick.get();
    }
    Optional<LinearMatcher> matcher = linear.get();
    if (matcher.isPresent() && matcher.orElseThrow().agreesOn(subject)) {
      MatchResult result = matcher.orElseThrow().match(subject);
      if (matcher.orElseThrow().sameGroups() || result instanceof MatchResult.NotMatched) {
        return result;
      }
    }
    return backtracking
        .get()
        .map(engine -> engine.match(subject))
        .orElseGet(() -> undetermined("a lookbehind whose length is not obvious"));
  }

  /** Tells for every text of a language whether it matches, and what is captured. */
  public LanguageMatch match(Language subject) {
    return subject.isFewTexts()
        ? new MatchOfTexts(this, subject.fewTexts())
        : languages.get().match(subject);
  }

  /**
   * Returns the least weight of what is matched beside what some groups capture. What the groups
   * capture together then weighs at least so much less than the subject.
   *
   * @param weights the weight of each byte, not negative
   * @param groups the groups' numbers, not 0
   * @return empty where the captures may overlap, or stand beside the match
   */
  public OptionalLong leastBeside(long[] weights, Set<Integer> groups) {
    return Weights.beside(parsed.root(), weights, groups);
  }

  private MatchResult undetermined(String obstacle) {
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
