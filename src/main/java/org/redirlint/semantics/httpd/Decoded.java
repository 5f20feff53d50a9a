package org.redirlint.semantics.httpd;

import org.redirlint.model.httpd.CoreSettings.EncodedSlashes;
import org.redirlint.regex.PartialTransducer;
import org.redirlint.regex.TextSet;

/**
 * Normalises and decodes a path that is not refused (ap_normalize_path, ap_unescape_url).
 *
 * @param merges whether adjacent slashes are merged
 * @param slashes what becomes of encoded slashes
 */
record Decoded(boolean merges, EncodedSlashes slashes) implements PartialTransducer {

  /** Paths with dot segments, and such in which decoding makes something to decode. */
  static final TextSet WEIRD =
      TextSet.matching("^[^/]|^\\z|%[0-9A-Fa-f]?%|(?i)(?:/|%2f)(?:\\.|%2e){1,2}(?:\\z|/|%2f)");

  private static final TextSet READABLE =
      new TextSet.Outside(
          TextSet.matching(
              "^[^/]|^\\z|%[0-9A-Fa-f]?%|%(?![0-9A-Fa-f]{2})"
                  + "|(?i)(?:/|%2f)(?:\\.|%2e){1,2}(?:\\z|/|%2f)"));

  private static final int PLAIN = 0;
  private static final int SLASH = 1;
  private static final int PERCENT = 2;

  /** Behind a percent sign and a digit, whose value is added. */
  private static final int DIGIT = 3;

  @Override
  public TextSet readable() {
    return READABLE;
  }

  @Override
  public int start() {
    return PLAIN;
  }

  @Override
  public int next(int state, char character) {
    if (state == PERCENT) {
      return DIGIT + digit(character);
    }
    if (state >= DIGIT) {
      boolean merging = slashes == EncodedSlashes.ON && decoded(state, character) == '/';
      return merging ? SLASH : PLAIN;
    }
    return character == '%' ? PERCENT : character == '/' ? SLASH : PLAIN;
  }

  @Override
  public String written(int state, char character) {
    if (state == PERCENT || (state < PERCENT && character == '%')) {
      return "";
    }
    if (state >= DIGIT) {
      char decoded = decoded(state, character);
      return decoded == '/' && slashes == EncodedSlashes.NO_DECODE
          ? "%2" + character
          : String.valueOf(decoded);
    }
    return merges && state == SLASH && character == '/' ? "" : String.valueOf(character);
  }

  private static char decoded(int state, char low) {
    return (char) ((state - DIGIT) * 16 + digit(low));
  }

  private static int digit(char character) {
    return Math.max(0, Character.digit(character, 16));
  }

  @Override
  public String apply(String text) {
    return Paths.decoded(text, merges, slashes);
  }
}
