package org.redirlint.semantics.nginx;

import org.redirlint.regex.Transducer;

/**
 * Decodes percent-encoded characters that may stand in a Location as they are, up to the first
 * question mark (ngx_unescape_uri with NGX_UNESCAPE_REDIRECT).
 */
final class RedirectUnescape implements Transducer {

  private static final int PLAIN = 0;
  private static final int ARGUMENTS = 1;
  private static final int PERCENT = 2;

  /** Behind a percent sign and a digit; the digit's character is added. */
  private static final int DIGIT = 256;

  @Override
  public int start() {
    return PLAIN;
  }

  @Override
  public int next(int state, char character) {
    return switch (state) {
      case ARGUMENTS -> ARGUMENTS;
      case PLAIN -> character == '?' ? ARGUMENTS : character == '%' ? PERCENT : PLAIN;
      case PERCENT -> Character.digit(character, 16) < 0 ? PLAIN : DIGIT + character;
      default -> decoded(state, character) == '?' ? ARGUMENTS : PLAIN;
    };
  }

  @Override
  public String written(int state, char character) {
    if (state == PLAIN) {
      return character == '%' ? "" : String.valueOf(character);
    }
    if (state == ARGUMENTS) {
      return String.valueOf(character);
    }
    if (state == PERCENT) {
      return Character.digit(character, 16) < 0 ? String.valueOf(character) : "";
    }
    int decoded = decoded(state, character);
    if (decoded < 0) {
      return "";
    }
    return decoded > '%' && decoded < 0x7F
        ? String.valueOf((char) decoded)
        : "%" + (char) (state - DIGIT) + character;
  }

  /** Returns the character that two digits stand for; -1 if the second one is none. */
  private static int decoded(int state, char character) {
    int low = Character.digit(character, 16);
    return low < 0 ? -1 : Character.digit((char) (state - DIGIT), 16) * 16 + low;
  }
}
