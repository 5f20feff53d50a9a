package org.redirlint.semantics.nginx;

import org.redirlint.regex.Transducer;

/**
 * Decodes a correctly percent-encoded path without dot segments and merges adjacent slashes
 * (ngx_http_parse_complex_uri). {@link UriParser} reads the paths that others send.
 *
 * @param merges whether slashes are merged
 */
record PathDecoding(boolean merges) implements Transducer {

  private static final int PLAIN = 0;
  private static final int SLASH = 1;
  private static final int PERCENT = 2;
  private static final int PERCENT_AFTER_SLASH = 3;

  /** Behind a percent sign and a digit, whose value is added twice; one more after a slash. */
  private static final int DIGIT = 4;

  @Override
  public int start() {
    return PLAIN;
  }

  @Override
  public int next(int state, char character) {
    return switch (state) {
      case PLAIN -> character == '%' ? PERCENT : after(character);
      case SLASH -> character == '%' ? PERCENT_AFTER_SLASH : after(character);
      case PERCENT -> DIGIT + 2 * digit(character);
      case PERCENT_AFTER_SLASH -> DIGIT + 2 * digit(character) + 1;
      default -> after(decoded(state, character));
    };
  }

  @Override
  public String written(int state, char character) {
    return switch (state) {
      case PLAIN -> character == '%' ? "" : String.valueOf(character);
      case SLASH -> character == '%' ? "" : merged(character, true);
      case PERCENT, PERCENT_AFTER_SLASH -> "";
      default -> merged(decoded(state, character), (state - DIGIT) % 2 == 1);
    };
  }

  private String merged(char character, boolean afterSlash) {
    return merges && afterSlash && character == '/' ? "" : String.valueOf(character);
  }

  private static int after(char character) {
    return character == '/' ? SLASH : PLAIN;
  }

  private static char decoded(int state, char low) {
    return (char) ((state - DIGIT) / 2 * 16 + digit(low));
  }

  private static int digit(char character) {
    return Math.max(0, Character.digit(character, 16));
  }
}
