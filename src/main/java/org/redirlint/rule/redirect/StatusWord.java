package org.redirlint.rule.redirect;

import java.util.Locale;
import java.util.OptionalInt;

/** A status as mod_alias and mod_rewrite take it: a number, or one of a few names for one. */
final class StatusWord {

  private StatusWord() {}

  /**
   * Returns the status a word of {@code Redirect} stands for; nothing if it is no status.
   *
   * @see <a href="https://httpd.apache.org/docs/2.4/mod/mod_alias.html#redirect">Redirect</a>
   */
  static OptionalInt ofRedirect(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "permanent" -> OptionalInt.of(301);
      case "temp" -> OptionalInt.of(302);
      case "seeother" -> OptionalInt.of(303);
      case "gone" -> OptionalInt.of(410);
      default -> leadingNumber(word);
    };
  }

  /**
   * Returns the status of an {@code R} flag; mod_rewrite takes a word that it does not know for
   * 302.
   *
   * @see <a href="https://httpd.apache.org/docs/2.4/rewrite/flags.html#flag_r">R|redirect</a>
   */
  static int ofRewriteFlag(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "permanent" -> 301;
      case "seeother" -> 303;
      default -> leadingNumber(word).orElse(302);
    };
  }

  /** Tells whether a status is one of those that send the client to another URL. */
  static boolean isRedirect(int status) {
    return status >= 300 && status <= 399;
  }

  /** httpd reads a number as far as it goes: 307x is 307. */
  private static OptionalInt leadingNumber(String word) {
    int end = 0;
    while (end < word.length() && word.charAt(end) >= '0' && word.charAt(end) <= '9') {
      end++;
    }
    if (end == 0) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(end > 9 ? Integer.MAX_VALUE : Integer.parseInt(word.substring(0, end)));
  }
}
