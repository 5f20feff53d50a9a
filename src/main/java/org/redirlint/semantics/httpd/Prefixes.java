package org.redirlint.semantics.httpd;

import org.redirlint.semantics.Classifier;

/** Tells which paths lie below others. */
final class Prefixes {

  private Prefixes() {}

  /** Tells whether a path begins with a prefix that ends where a name of the path ends. */
  static Classifier<Boolean> isBelow(String prefix) {
    return text ->
        text.startsWith(prefix)
            && (prefix.endsWith("/")
                || text.length() == prefix.length()
                || text.charAt(prefix.length()) == '/');
  }

  /**
   * Returns how much of a URL-path an alias stands for; 0 if it does not (alias_matches): slashes
   * side by side count as one.
   */
  static int aliased(String uri, String alias) {
    int at = 0;
    int u = 0;
    while (at < alias.length()) {
      if (alias.charAt(at) == '/') {
        if (u >= uri.length() || uri.charAt(u) != '/') {
          return 0;
        }
        while (at < alias.length() && alias.charAt(at) == '/') {
          at++;
        }
        while (u < uri.length() && uri.charAt(u) == '/') {
          u++;
        }
      } else if (u >= uri.length() || uri.charAt(u++) != alias.charAt(at++)) {
        return 0;
      }
    }
    boolean endsWithSlash = alias.endsWith("/");
    return !endsWithSlash && u < uri.length() && uri.charAt(u) != '/' ? 0 : u;
  }
}
