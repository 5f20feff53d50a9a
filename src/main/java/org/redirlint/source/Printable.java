package org.redirlint.source;

/** Makes text of a strange file harmless for a terminal, and shows what was in it. */
public final class Printable {

  private static final int FIRST_CONTROL_PICTURE = 0x2400;
  private static final char DELETE = 0x7F;
  private static final char DELETE_PICTURE = '\u2421';
  private static final char REPLACEMENT = '\uFFFD';

  private Printable() {}

  /**
   * Returns the text with control characters as their pictures, tabs as one space, and a
   * replacement character for each that would change the direction of writing.
   */
  public static String of(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      printable.append(of(text.charAt(i)));
    }
    return printable.toString();
  }

  private static char of(char c) {
    if (c == '\t') {
      return ' ';
    }
    if (c < ' ') {
      return (char) (FIRST_CONTROL_PICTURE + c);
    }
    if (c == DELETE) {
      return DELETE_PICTURE;
    }
    boolean harmful =
        Character.isISOControl(c)
            || Character.getType(c) == Character.FORMAT
            || Character.getType(c) == Character.LINE_SEPARATOR
            || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    return harmful ? REPLACEMENT : c;
  }
}
