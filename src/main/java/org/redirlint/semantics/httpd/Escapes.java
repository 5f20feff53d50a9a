package org.redirlint.semantics.httpd;

import java.util.Set;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.model.httpd.RewriteRule.Switch;
import org.redirlint.regex.Transducer;
import org.redirlint.regex.Transformation;

/** The changes of single characters httpd makes (ap_escape_*, ap_unescape_*, ap_str_to*). */
public final class Escapes {

  /** Escapes what a path may not hold ({@code ap_os_escape_path}). */
  public static final Transducer PATH = Transducer.ofEach(c -> escaped((char) c, inPath((char) c)));

  /** Lower case of ASCII letters. */
  static final Transducer LOWER = Transducer.ofEach(c -> lower(Character.toString(c)));

  /** Upper case of ASCII letters. */
  static final Transducer UPPER = Transducer.ofEach(c -> upper(Character.toString(c)));

  /**
   * Decodes everything that is encoded, and leaves what is encoded badly ({@code ap_unescape_url}).
   */
  static final Transformation UNESCAPE = text -> unescape(text, false);

  private static final String PATH_PUNCTUATION = "$-_.+!*'(),:;@&=/~";
  private static final String DIGITS = "0123456789abcdef";

  private Escapes() {}

  /** Returns a text with its ASCII letters in lower case. */
  static String lower(String text) {
    return shifted(text, 'A', 'Z', 0x20);
  }

  private static String upper(String text) {
    return shifted(text, 'a', 'z', -0x20);
  }

  private static String shifted(String text, char from, char to, int by) {
    StringBuilder changed = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= from && c <= to) {
        changed = changed == null ? new StringBuilder(text) : changed;
        changed.setCharAt(i, (char) (c + by));
      }
    }
    return changed == null ? text : changed.toString();
  }

  private static boolean inPath(char c) {
    return isAlphanumeric(c) || PATH_PUNCTUATION.indexOf(c) >= 0;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z' && c < 0x80);
  }

  private static String escaped(char c, boolean plain) {
    return plain ? String.valueOf(c) : "%" + DIGITS.charAt(c >> 4 & 15) + DIGITS.charAt(c & 15);
  }

  /** Escapes what a backreference captured: flags B, BCTLS, BNP, BNE ({@code escape_backref}). */
  static Transducer backreference(RewriteRule rule) {
    boolean controls = rule.has(Switch.ESCAPE_CONTROLS);
    boolean plus = !rule.has(Switch.NO_PLUS);
    String only = rule.flags().escaped().orElse("");
    String never = rule.flags().unescaped().orElse("");
    return Transducer.ofEach(
        c -> {
          boolean all = controls ? c <= ' ' || c == 0x7F : only.isEmpty();
          boolean chosen = (all || only.indexOf(c) >= 0) && never.indexOf(c) < 0;
          return chosen && c == ' ' && plus
              ? "+"
              : escaped((char) c, !chosen || isAlphanumeric((char) c) || c == '_');
        });
  }

  /** Decodes; an encoded slash stays encoded if it is to be kept. */
  static String unescape(String text, boolean keepSlash) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int decoded = decoded(text, i);
      if (decoded < 0 || (keepSlash && decoded == '/')) {
        plain.append(text.charAt(i));
      } else {
        plain.append((char) decoded);
        i += 2;
      }
    }
    return plain.toString();
  }

  /** Returns the character encoded at a place; -1 if there is none. */
  static int decoded(String text, int at) {
    if (text.charAt(at) != '%' || at + 2 >= text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at + 1), 16);
    int low = Character.digit(text.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static final Set<String> SCHEMES_WITH_QUERY =
      Set.of(
          "ajp://",
          "balancer://",
          "fcgi://",
          "h2://",
          "h2c://",
          "http://",
          "https://",
          "scgi://",
          "uwsgi://",
          "ws://",
          "wss://",
          "mailto:",
          "unix:");

  private static final Set<String> SCHEMES_WITHOUT_QUERY =
      Set.of("ftp://", "gopher://", "ldap://", "ldaps://", "news:", "nntp://");

  /** Returns the length of a URL's scheme, its delimiter included; 0 if the text is no URL. */
  static int schemeLength(String text) {
    int length = schemeLength(text, SCHEMES_WITH_QUERY);
    return length > 0 ? length : schemeLength(text, SCHEMES_WITHOUT_QUERY);
  }

  private static int schemeLength(String text, Set<String> schemes) {
    int colon = text.indexOf(':');
    if (colon < 0 || colon > 8) {
      return 0;
    }
    int length = text.startsWith("//", colon + 1) ? colon + 3 : colon + 1;
    if (schemes.contains(lower(text.substring(0, length)))) {
      return length;
    }
    return schemes.contains(lower(text.substring(0, colon + 1))) ? colon + 1 : 0;
  }

  /** Tells whether a URL of this scheme can have a query ({@code is_absolute_uri}). */
  static boolean hasQuery(String text) {
    return schemeLength(text, SCHEMES_WITH_QUERY) > 0;
  }

  /** Escapes a URL behind its host ({@code escape_absolute_uri}). */
  static final Transformation ABSOLUTE = new BehindHost(PATH, Escapes::absolute);

  private static String absolute(String text) {
    int scheme = schemeLength(text);
    int start = scheme;
    if (scheme > 0 && text.charAt(scheme - 1) == '/') {
      int slash = text.indexOf('/', scheme);
      if (slash < 0 || slash + 1 >= text.length()) {
        return text;
      }
      start = slash + 1;
    }
    return text.substring(0, start) + PATH.apply(text.substring(start));
  }

  /** Escapes a redirect's target up to its query or fragment (mod_alias). */
  static final Transducer TARGET = new EscapedTarget();
}
