package org.redirlint.model.httpd;

import org.redirlint.model.Template;
import org.redirlint.regex.Regex;
import org.redirlint.source.Origin;

/**
 * {@code RewriteCond}.
 *
 * @param test the string that is tested; the empty one for an expression
 * @param pattern what it is tested for
 * @param negated whether the pattern must not hold
 * @param or whether the next condition may hold instead
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html#rewritecond">RewriteCond</a>
 */
public record RewriteCond(
    Origin origin, Template test, CondPattern pattern, boolean negated, boolean or) {

  /** What a string is tested for. */
  public sealed interface CondPattern {}

  /** A regular expression. */
  public record RegexPattern(Regex regex) implements CondPattern {}

  /**
   * A comparison of strings.
   *
   * @param operator {@code <}, {@code <=}, {@code =}, {@code >=} or {@code >}
   * @param text the text it is compared with
   * @param ignoreCase whether case does not matter, for {@code =}
   */
  public record StringComparison(String operator, String text, boolean ignoreCase)
      implements CondPattern {}

  /**
   * A comparison of numbers.
   *
   * @param operator {@code eq}, {@code ne}, {@code lt}, {@code le}, {@code gt} or {@code ge}
   * @param number the number it is compared with
   */
  public record NumberComparison(String operator, long number) implements CondPattern {}

  /**
   * A test of the file system, or of a subrequest.
   *
   * @param kind the letter of the test
   */
  public record FileTest(char kind) implements CondPattern {}

  /** {@code expr}. */
  public record ExpressionPattern(Expression expression) implements CondPattern {}
}
