package org.redirlint.model.httpd;

import org.redirlint.regex.Regex;
import org.redirlint.regex.RegexSyntaxException;

/** The options httpd compiles regular expressions with, {@code RegexDefaultOptions}. */
public final class RegexOptions {

  private RegexOptions() {}

  /**
   * Compiles a regular expression.
   *
   * @throws RegexSyntaxException if PCRE would not compile it
   */
  public static Regex compile(String pattern, boolean ignoreCase) throws RegexSyntaxException {
    return Regex.compile(withOptions(pattern), ignoreCase);
  }

  /**
   * Spells out the options httpd compiles with (RegexDefaultOptions): a dot matches a line feed
   * too, and a dollar sign matches at the very end only.
   */
  private static String withOptions(String pattern) {
    StringBuilder spelled = new StringBuilder(pattern.length() + 8);
    boolean dot = false;
    boolean inClass = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        spelled.append(c).append(pattern.charAt(++i));
        continue;
      }
      if (c == '[' && !inClass) {
        inClass = true;
        spelled.append(c);
        if (pattern.startsWith("^", i + 1)) {
          spelled.append(pattern.charAt(++i));
        }
        if (pattern.startsWith("]", i + 1)) {
          spelled.append(pattern.charAt(++i));
        }
        continue;
      }
      inClass &= c != ']';
      dot |= c == '.' && !inClass;
      spelled.append(c == '$' && !inClass && !pattern.contains("(?m") ? "\\z" : String.valueOf(c));
    }
    return dot ? "(?s)" + spelled : spelled.toString();
  }
}
