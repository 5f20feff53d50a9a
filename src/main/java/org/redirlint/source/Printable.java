package org.redirlint.source;

/** Makes text of a strange file harmless for a terminal, and shows what was in it. */
public final class Printable {

  private static final int FIRST_CONTROL_PICTURE = 0x2400;
  private static final char DELETE = 0x7F;
  private static final char DELETE_PICTURE = '\u2421';
  private static final char REPLACEMENT = '\uFFFD';

  /** The last two code points of each plane are no characters. */
  private static final int NONCHARACTER = 0xFFFE;

  private Printable() {}

  /**
   * Returns the text with control characters as their pictures, tabs as one space, and a
   * replacement character for each that would change the direction of writing or is none at all (a
   * lone surrogate, for one).
   */
  public static String of(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().map(Printable::of).forEach(printable::appendCodePoint);
    return printable.toString();
  }

  private static int of(int c) {
    if (c == '\t') {
      return ' ';
    }
    if (c < ' ') {
      return FIRST_CONTROL_PICTURE + c;
    }
    if (c == DELETE) {
      return DELETE_PICTURE;
    }
    boolean harmful =
        switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SURROGATE ->
              true;
          default -> (c & NONCHARACTER) == NONCHARACTER;
        };
    return harmful ? REPLACEMENT : c;
  }
}
