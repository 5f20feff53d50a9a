package org.redirlint.semantics.httpd;

import java.util.Optional;

/**
 * The target of a request line, in its parts (ap_parse_uri, apr_uri_parse).
 *
 * @param path the path, still encoded
 * @param query the query; empty if there is none
 * @param authority the host and port of an absolute URI
 * @param refused whether it cannot be parsed
 */
record RequestTarget(
    String path, Optional<String> query, Optional<String> authority, boolean refused) {

  static RequestTarget parse(String target) {
    String text = target.startsWith("//") ? target.replaceFirst("^/+", "/") : target;
    Optional<String> authority = Optional.empty();
    if (!text.startsWith("/")) {
      int colon = text.indexOf("://");
      if (colon > 0 && text.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+.-]*")) {
        String rest = text.substring(colon + 3);
        int end = endOfAuthority(rest);
        String whole = rest.substring(0, end);
        authority = Optional.of(whole);
        text = rest.substring(end);
      }
    }
    int mark = text.indexOf('?');
    String path = mark < 0 ? text : text.substring(0, mark);
    Optional<String> query = mark < 0 ? Optional.empty() : Optional.of(text.substring(mark + 1));
    return new RequestTarget(path.isEmpty() ? "/" : path, query, authority, text.indexOf('#') >= 0);
  }

  private static int endOfAuthority(String text) {
    int end = 0;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
