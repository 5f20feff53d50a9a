package org.redirlint.parse.tree;

/** White space as both servers know it: six ASCII characters, none of Unicode's. */
public final class WhiteSpace {

  private WhiteSpace() {}

  /** Tells whether a character is white space. */
  public static boolean is(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** Returns the end of a stretch of text without the white space it ends in. */
  public static int trimmedEnd(String text, int end) {
    int trimmed = end;
    while (trimmed > 0 && is(text.charAt(trimmed - 1))) {
      trimmed--;
    }
    return trimmed;
  }
}
