package org.redirlint.semantics.nginx;

import java.util.Optional;

/**
 * Reads a request target as nginx does (ngx_http_parse_request_line and
 * ngx_http_parse_complex_uri): absolute URIs, percent-decoding, dot segments, adjacent slashes.
 */
final class UriParser {

  private final String target;
  private final StringBuilder uri = new StringBuilder();
  private boolean escaped;

  private UriParser(String target) {
    this.target = target;
  }

  /** What cannot stand in a request line. */
  static final Parsed UNREADABLE = new Parsed(Optional.empty(), "", "", "", false, false, false);

  /**
   * What a target says.
   *
   * @param host the host of an absolute URI as written
   * @param raw {@code $request_uri}
   * @param uri the normalised path
   * @param args the arguments
   * @param escaped whether the path held {@code %} or {@code +}
   * @param readable whether the target can stand in a request line
   * @param valid whether the path can be decoded and normalised; if not, it is empty
   */
  record Parsed(
      Optional<String> host,
      String raw,
      String uri,
      String args,
      boolean escaped,
      boolean readable,
      boolean valid) {

    static Parsed of(Optional<String> host, String raw, String uri, String args, boolean escaped) {
      return new Parsed(host, raw, uri, args, escaped, true, true);
    }
  }

  /** Returns what a target says. */
  static Parsed parse(String target, boolean mergeSlashes) {
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c <= 0x20 || c == 0x7F) {
        return UNREADABLE;
      }
    }
    if (target.startsWith("/")) {
      return new UriParser(target).path(Optional.empty(), mergeSlashes);
    }
    return absolute(target, mergeSlashes);
  }

  private static Parsed absolute(String target, boolean mergeSlashes) {
    int colon = target.indexOf("://");
    if (colon < 1 || !target.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+.-]*")) {
      return UNREADABLE;
    }
    int start = colon + 3;
    int end = start;
    if (target.startsWith("[", start)) {
      end = target.indexOf(']', start) + 1;
      if (end == 0
          || !target.substring(start + 1, end - 1).matches("[A-Za-z0-9:._~!$&'()*+,;=-]*")) {
        return UNREADABLE;
      }
    } else {
      while (end < target.length() && isHost(target.charAt(end))) {
        end++;
      }
    }
    Optional<String> host = Optional.of(target.substring(start, end));
    if (end < target.length() && target.charAt(end) == ':') {
      end++;
      while (end < target.length() && target.charAt(end) >= '0' && target.charAt(end) <= '9') {
        end++;
      }
    }
    String rest = target.substring(end);
    if (rest.isEmpty()) {
      return Parsed.of(host, "/", "/", "", false);
    }
    if (rest.charAt(0) == '?') {
      // An empty path: "/" for the URI, while $request_uri stays as sent.
      Parsed path = new UriParser("/" + rest).path(host, mergeSlashes);
      return path.valid() ? Parsed.of(host, rest, path.uri(), path.args(), path.escaped()) : path;
    }
    return rest.charAt(0) == '/' ? new UriParser(rest).path(host, mergeSlashes) : UNREADABLE;
  }

  private static boolean isHost(char c) {
    return (c < 0x80 && Character.isLetterOrDigit(c)) || c == '.' || c == '-';
  }

  private Parsed path(Optional<String> host, boolean mergeSlashes) {
    int end = normalise(mergeSlashes);
    if (end < 0) {
      return new Parsed(host, "", "", "", escaped, true, false);
    }
    String args = "";
    if (end < target.length() && target.charAt(end) == '?') {
      int fragment = target.indexOf('#', end);
      args = target.substring(end + 1, fragment < 0 ? target.length() : fragment);
    }
    return Parsed.of(host, target, uri.toString(), args, escaped);
  }

  private enum At {
    SEGMENT,
    SLASH,
    DOT,
    DOT_DOT
  }

  /** Returns the offset of what ends the path, or -1 for a bad request. */
  private int normalise(boolean mergeSlashes) {
    At at = At.SEGMENT;
    int i = 0;
    while (i < target.length()) {
      char c = target.charAt(i);
      if (c == '?' || c == '#') {
        break;
      }
      i++;
      if (c == '%') {
        int decoded = hexadecimal(i);
        if (decoded <= 0) {
          return -1;
        }
        i += 2;
        escaped = true;
        c = (char) decoded;
        if (c == '%' || c == '#' || c == '?') {
          uri.append(c);
          at = At.SEGMENT;
          continue;
        }
      }
      escaped |= c == '+';
      if (c == '/') {
        if (at == At.DOT) {
          uri.setLength(uri.length() - 1);
        } else if (at == At.DOT_DOT && !removeSegment()) {
          return -1;
        } else if (at != At.DOT_DOT && !(at == At.SLASH && mergeSlashes)) {
          uri.append(c);
        }
        at = At.SLASH;
      } else {
        uri.append(c);
        at =
            c != '.'
                ? At.SEGMENT
                : at == At.SLASH ? At.DOT : at == At.DOT ? At.DOT_DOT : At.SEGMENT;
      }
    }
    if (at == At.DOT) {
      uri.setLength(uri.length() - 1);
    } else if (at == At.DOT_DOT && !removeSegment()) {
      return -1;
    }
    return i;
  }

  /** Takes back {@code segment/..}; false if there is no segment left. */
  private boolean removeSegment() {
    int slash = uri.length() - 4 < 0 ? -1 : uri.lastIndexOf("/", uri.length() - 4);
    if (slash < 0) {
      return false;
    }
    uri.setLength(slash + 1);
    return true;
  }

  private int hexadecimal(int at) {
    if (at + 1 >= target.length()) {
      return -1;
    }
    int high = Character.digit(target.charAt(at), 16);
    int low = Character.digit(target.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
