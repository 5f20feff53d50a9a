package org.redirlint.semantics.httpd;

import java.util.Locale;

/** Wildcards of httpd: {@code *} and {@code ?}, and the brackets of file names. */
final class Wildcards {

  private Wildcards() {}

  /** Matches {@code *} and {@code ?} against anything ({@code ap_strcmp_match}). */
  static boolean fits(String text, String pattern, boolean ignoreCase) {
    String subject = ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
    String wanted = ignoreCase ? pattern.toLowerCase(Locale.ROOT) : pattern;
    return fits(subject, wanted, false, false);
  }

  /** Matches a file's path or name ({@code apr_fnmatch}). */
  static boolean file(String text, String pattern, boolean path) {
    return fits(text, pattern, path, true);
  }

  /** Goes back to the last star only: no pattern takes more than quadratic time. */
  private static boolean fits(String text, String pattern, boolean path, boolean brackets) {
    int at = 0;
    int star = -1;
    int starAt = 0;
    int next = 0;
    while (at < text.length()) {
      int length = single(text.charAt(at), pattern, next, path, brackets);
      if (length > 0) {
        at++;
        next += length;
      } else if (next < pattern.length() && pattern.charAt(next) == '*') {
        star = next++;
        starAt = at;
      } else if (star >= 0 && !(path && text.charAt(starAt) == '/')) {
        next = star + 1;
        at = ++starAt;
      } else {
        return false;
      }
    }
    while (next < pattern.length() && pattern.charAt(next) == '*') {
      next++;
    }
    return next == pattern.length();
  }

  /** Returns how much of the pattern a character fits; 0 if it does not. */
  private static int single(char c, String pattern, int at, boolean path, boolean brackets) {
    if (at >= pattern.length()) {
      return 0;
    }
    char wanted = pattern.charAt(at);
    if (wanted == '?') {
      return path && c == '/' ? 0 : 1;
    }
    if (brackets && wanted == '[') {
      int end = pattern.indexOf(']', at + 2);
      if (end > 0) {
        return isIn(c, pattern.substring(at + 1, end)) ? end + 1 - at : 0;
      }
    }
    if (brackets && wanted == '\\' && at + 1 < pattern.length()) {
      return pattern.charAt(at + 1) == c ? 2 : 0;
    }
    return wanted != '*' && wanted == c ? 1 : 0;
  }

  private static boolean isIn(char c, String set) {
    boolean negated = set.startsWith("!") || set.startsWith("^");
    boolean found = false;
    for (int i = negated ? 1 : 0; i < set.length(); i++) {
      if (i + 2 < set.length() && set.charAt(i + 1) == '-') {
        found |= c >= set.charAt(i) && c <= set.charAt(i + 2);
        i += 2;
      } else {
        found |= set.charAt(i) == c;
      }
    }
    return found != negated;
  }
}
