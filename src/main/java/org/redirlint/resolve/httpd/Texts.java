package org.redirlint.resolve.httpd;

import org.redirlint.model.httpd.RegexOptions;
import org.redirlint.regex.Regex;
import org.redirlint.regex.RegexSyntaxException;

/** Small things every reader needs. */
final class Texts {

  private Texts() {}

  /**
   * Compiles a regular expression with httpd's default options.
   *
   * @param refusal what httpd says of one that it cannot compile
   */
  static Regex regex(String pattern, boolean ignoreCase, String refusal) throws RefusedException {
    try {
      return RegexOptions.compile(pattern, ignoreCase);
    } catch (RegexSyntaxException refused) {
      throw new RefusedException(refusal);
    }
  }

  /** Compiles the regular expression of a section. */
  static Regex sectionRegex(String pattern) throws RefusedException {
    return regex(pattern, false, "Regex could not be compiled");
  }

  /** Returns the number a text begins with, as C's atoi reads it; 0 if there is none. */
  static long leadingNumber(String text) {
    String trimmed = text.strip();
    int end = !trimmed.isEmpty() && "+-".indexOf(trimmed.charAt(0)) >= 0 ? 1 : 0;
    int start = end;
    while (end < trimmed.length() && trimmed.charAt(end) >= '0' && trimmed.charAt(end) <= '9') {
      end++;
    }
    if (end == start) {
      return 0;
    }
    String digits = trimmed.substring(start, Math.min(end, start + 18));
    long number = Long.parseLong(digits);
    return trimmed.charAt(0) == '-' ? -number : number;
  }
}
