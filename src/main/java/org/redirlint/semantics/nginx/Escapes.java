package org.redirlint.semantics.nginx;

import org.redirlint.semantics.Transformation;

/** Percent-encoding as nginx does it (ngx_escape_uri, ngx_unescape_uri). */
final class Escapes {

  /** NGX_ESCAPE_URI: what a path may not hold. */
  static final Transformation URI = text -> escape(text, "\"#%<>?\\^`{|} \u007f");

  /** NGX_ESCAPE_ARGS: what an argument's value may not hold. */
  static final Transformation ARGS = text -> escape(text, "\"#%&+;<>?\\^`{|} \u007f");

  /** NGX_UNESCAPE_REDIRECT: decodes what a Location may hold as it is, up to the arguments. */
  static final Transformation REDIRECT = Escapes::unescapeRedirect;

  private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

  private Escapes() {}

  private static String escape(String text, String special) {
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean change = c < 0x20 || c > 0x7E || special.indexOf(c) >= 0;
      if (change && escaped == null) {
        escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (escaped != null && change) {
        escaped.append('%').append(DIGITS[c >> 4]).append(DIGITS[c & 15]);
      } else if (escaped != null) {
        escaped.append(c);
      }
    }
    return escaped == null ? text : escaped.toString();
  }

  private static String unescapeRedirect(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i++);
      if (c == '?') {
        return plain.append(c).append(text, i, text.length()).toString();
      }
      if (c != '%') {
        plain.append(c);
        continue;
      }
      if (i >= text.length()) {
        break;
      }
      char high = text.charAt(i++);
      if (Character.digit(high, 16) < 0) {
        plain.append(high);
        continue;
      }
      if (i >= text.length()) {
        break;
      }
      char low = text.charAt(i++);
      if (Character.digit(low, 16) < 0) {
        continue;
      }
      char decoded = (char) (Character.digit(high, 16) * 16 + Character.digit(low, 16));
      if (decoded == '?' && low > '9') {
        return plain.append(decoded).append(text, i, text.length()).toString();
      }
      if (decoded > '%' && decoded < 0x7F) {
        plain.append(decoded);
      } else {
        plain.append('%').append(high).append(low);
      }
    }
    return plain.toString();
  }
}
