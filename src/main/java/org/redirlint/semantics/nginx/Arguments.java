package org.redirlint.semantics.nginx;

/** Looks values up in query strings and Cookie headers. */
final class Arguments {

  private Arguments() {}

  /**
   * Returns the value of an argument, not decoded; the empty string if there is none
   * (ngx_http_arg).
   *
   * @param name the name; the case of its letters does not matter
   */
  static String value(String args, String name) {
    if (name.isEmpty()) {
      return "";
    }
    for (int at = 0; at + name.length() < args.length(); at++) {
      boolean starts = at == 0 || args.charAt(at - 1) == '&';
      if (starts
          && args.charAt(at + name.length()) == '='
          && args.regionMatches(true, at, name, 0, name.length())) {
        int end = args.indexOf('&', at);
        return args.substring(at + name.length() + 1, end < 0 ? args.length() : end);
      }
    }
    return "";
  }

  /**
   * Returns the value of a cookie; the empty string if there is none
   * (ngx_http_parse_multi_header_lines).
   *
   * @param name the name; the case of its letters does not matter
   */
  static String cookie(String header, String name) {
    int at = 0;
    while (at < header.length() && !name.isEmpty()) {
      if (header.regionMatches(true, at, name, 0, name.length())) {
        int equals = skipSpaces(header, at + name.length());
        if (equals < header.length() && header.charAt(equals) == '=') {
          int start = skipSpaces(header, equals + 1);
          int end = header.indexOf(';', start);
          return header.substring(start, end < 0 ? header.length() : end);
        }
      }
      while (at < header.length() && header.charAt(at) != ';' && header.charAt(at) != ',') {
        at++;
      }
      at = skipSpaces(header, at + 1);
    }
    return "";
  }

  private static int skipSpaces(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
