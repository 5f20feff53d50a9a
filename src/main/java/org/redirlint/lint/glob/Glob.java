package org.redirlint.lint.glob;

/**
 * A file name with wildcards as {@code glob(3)} reads it: {@code *}, {@code ?}, {@code […]}; a
 * leading dot has to be written.
 */
public record Glob(String pattern) {

  /** Tells whether a text has wildcards at all. */
  public static boolean isPattern(String text) {
    return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
  }

  /**
   * Tells whether the pattern fits a file name. Only the last asterisk met is ever tried again, so
   * that no pattern takes longer than the product of both lengths.
   */
  public boolean fits(String name) {
    if (name.startsWith(".") && !pattern.startsWith(".")) {
      return false;
    }
    int at = 0;
    int asterisk = -1;
    int taken = 0;
    int i = 0;
    while (i < name.length()) {
      int next = at < pattern.length() ? step(at, name.charAt(i)) : -1;
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        asterisk = at++;
        taken = i;
      } else if (next > 0) {
        at = next;
        i++;
      } else if (asterisk >= 0) {
        at = asterisk + 1;
        i = ++taken;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }

  /** Returns where the pattern goes on after a character; -1 if the character does not fit. */
  private int step(int at, char c) {
    char wanted = pattern.charAt(at);
    int closing = wanted == '[' ? pattern.indexOf(']', at + 2) : -1;
    if (closing > 0) {
      return isInClass(pattern.substring(at + 1, closing), c) ? closing + 1 : -1;
    }
    return wanted == '?' || wanted == c ? at + 1 : -1;
  }

  private static boolean isInClass(String content, char c) {
    boolean negated = content.startsWith("!") || content.startsWith("^");
    boolean found = false;
    for (int i = negated ? 1 : 0; i < content.length(); i++) {
      boolean range = i + 2 < content.length() && content.charAt(i + 1) == '-';
      char last = range ? content.charAt(i + 2) : content.charAt(i);
      found |= content.charAt(i) <= c && c <= last;
      i += range ? 2 : 0;
    }
    return found != negated;
  }
}
