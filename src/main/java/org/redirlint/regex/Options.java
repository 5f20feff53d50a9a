package org.redirlint.regex;

/**
 * The options in force at a place of a pattern (pcre2pattern, "Internal option setting").
 *
 * @param ignoreCase {@code i}: the case of ASCII letters does not matter
 * @param manyLines {@code m}: {@code ^} and {@code $} hold at every line
 * @param dotIsAll {@code s}: a dot is also a line feed
 * @param extended {@code x}: white space and comments are ignored
 * @param namedOnly {@code n}: plain parentheses do not capture
 * @param lazy {@code U}: quantifiers are lazy, and greedy with a question mark
 */
record Options(
    boolean ignoreCase,
    boolean manyLines,
    boolean dotIsAll,
    boolean extended,
    boolean namedOnly,
    boolean lazy) {

  static Options of(boolean ignoreCase) {
    return new Options(ignoreCase, false, false, false, false, false);
  }

  /** Applies the letters of a setting such as {@code im-s} or {@code ^i}. */
  Options with(String setting) {
    boolean cleared = setting.startsWith("^");
    String[] sides = setting.split("-", 2);
    return new Options(
        holds(ignoreCase && !cleared, 'i', sides),
        holds(manyLines && !cleared, 'm', sides),
        holds(dotIsAll && !cleared, 's', sides),
        holds(extended && !cleared, 'x', sides),
        holds(namedOnly && !cleared, 'n', sides),
        holds(lazy, 'U', sides));
  }

  private static boolean holds(boolean before, char letter, String[] sides) {
    boolean off = sides.length > 1 && sides[1].indexOf(letter) >= 0;
    return !off && (before || sides[0].indexOf(letter) >= 0);
  }
}
