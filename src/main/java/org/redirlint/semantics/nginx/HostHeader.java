package org.redirlint.semantics.nginx;

import java.util.Locale;
import java.util.Optional;

/** Reads a Host header as nginx does (ngx_http_validate_host). */
final class HostHeader {

  private HostHeader() {}

  /** Returns the host in lower case, without port and final dot; empty for an invalid one. */
  static Optional<String> validate(String host) {
    int length = host.length();
    int lastDot = host.length();
    boolean rest = false;
    boolean literal = false;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == '.') {
        if (lastDot == i - 1) {
          return Optional.empty();
        }
        lastDot = i;
      } else if (c == ':') {
        if (!rest && !literal) {
          length = i;
          rest = true;
        }
      } else if (c == '[') {
        literal |= i == 0;
      } else if (c == ']') {
        if (literal && !rest) {
          length = i + 1;
          rest = true;
        }
      } else if (c == '/' || c <= 0x20 || c == 0x7F) {
        return Optional.empty();
      }
    }
    if (lastDot == length - 1) {
      length--;
    }
    return length <= 0 ? Optional.empty() : Optional.of(lowerCase(host.substring(0, length)));
  }

  /** Returns a text with its ASCII letters in lower case. */
  static String lowerCase(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        StringBuilder lower = new StringBuilder(text);
        for (int j = i; j < lower.length(); j++) {
          char d = lower.charAt(j);
          lower.setCharAt(j, d >= 'A' && d <= 'Z' ? (char) (d + 0x20) : d);
        }
        return lower.toString();
      }
    }
    return text;
  }

  /** Returns a name as HTTP header names are compared. */
  static String headerName(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
