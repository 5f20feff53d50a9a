package org.redirlint.semantics.nginx;

/** Letters without regard to their case (ngx_strncasecmp). */
final class Letters {

  private Letters() {}

  /** Tells whether two characters are the same, or the same ASCII letter. */
  static boolean same(char left, char right) {
    return lower(left) == lower(right);
  }

  private static char lower(char character) {
    return character >= 'A' && character <= 'Z' ? (char) (character | 0x20) : character;
  }
}
