package org.redirlint.rule.request;

import com.google.re2j.Pattern;

/**
 * A text with wildcards: {@code *} stands for any characters but a slash, {@code **} for any
 * characters at all, everything else for itself. Matched in linear time.
 */
public final class TextGlob {

  /** Longer texts are no names of paths. */
  private static final int LONGEST = 1000;

  private final String glob;
  private final Pattern pattern;

  /**
   * Takes the text.
   *
   * @throws IllegalArgumentException if it is longer than 1000 characters
   */
  public TextGlob(String glob) {
    if (glob.length() > LONGEST) {
      throw new IllegalArgumentException("this is longer than " + LONGEST + " characters");
    }
    this.glob = glob;
    this.pattern = Pattern.compile(pattern(glob), Pattern.DOTALL);
  }

  private static String pattern(String glob) {
    StringBuilder pattern = new StringBuilder();
    int i = 0;
    while (i < glob.length()) {
      int end = i;
      while (end < glob.length() && glob.charAt(end) == '*') {
        end++;
      }
      if (end > i) {
        pattern.append(end - i == 1 ? "[^/]*" : ".*");
        i = end;
      } else {
        pattern.append(Pattern.quote(glob.substring(i, i + 1)));
        i++;
      }
    }
    return pattern.toString();
  }

  /** Tells whether all of a text is as the wildcards allow. */
  public boolean fits(String text) {
    return pattern.matches(text);
  }

  /** Tells whether there is no wildcard, so that one text alone fits. */
  public boolean isLiteral() {
    return glob.indexOf('*') < 0;
  }

  /** Returns a text that fits, each {@code **} and each {@code *} filled with words. */
  public String filled(String any, String name) {
    return glob.replaceAll("\\*\\*+", "\0").replace("*", name).replace("\0", any);
  }

  @Override
  public String toString() {
    return glob;
  }
}
