package org.redirlint.semantics.httpd;

import java.util.List;
import java.util.Locale;
import org.redirlint.regex.Transformation;

/** The flag CO: {@code NAME:VALUE:DOMAIN[:lifetime[:path[:secure[:httponly[:samesite]]]]]}. */
final class Cookies {

  /** Turns the flag's value into that of a Set-Cookie header (add_cookie). */
  static final Transformation HEADER = Cookies::header;

  private Cookies() {}

  private static String header(String written) {
    String separator = written.startsWith(";") ? ";" : ":";
    String text = written.startsWith(";") ? written.substring(1) : written;
    List<String> parts = List.of(text.split(separator, -1));
    StringBuilder header = new StringBuilder();
    header.append(part(parts, 0)).append('=').append(part(parts, 1));
    header.append("; path=").append(part(parts, 4).isEmpty() ? "/" : part(parts, 4));
    if (!part(parts, 2).isEmpty()) {
      header.append("; domain=").append(part(parts, 2));
    }
    if (isTrue(part(parts, 5), "secure")) {
      header.append("; secure");
    }
    if (isTrue(part(parts, 6), "httponly")) {
      header.append("; HttpOnly");
    }
    return header.toString();
  }

  private static String part(List<String> parts, int index) {
    return index < parts.size() ? parts.get(index) : "";
  }

  private static boolean isTrue(String word, String name) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.equals("true") || lower.equals("1") || lower.equals(name);
  }
}
