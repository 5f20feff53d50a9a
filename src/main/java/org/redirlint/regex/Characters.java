package org.redirlint.regex;

/** The bytes as texts of one character. */
final class Characters {

  private static final String[] TEXTS = new String[256];

  static {
    for (int character = 0; character < TEXTS.length; character++) {
      TEXTS[character] = String.valueOf((char) character);
    }
  }

  private Characters() {}

  /** Returns the text of one character. */
  static String text(char character) {
    return TEXTS[character];
  }
}
