package org.redirlint.semantics.httpd;

import java.util.List;
import org.redirlint.model.SingleSlashes;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Classifier.Case;

/** Tells which paths lie below others. */
final class Prefixes {

  /** What follows a path for something to be that path or below it. */
  private static final TextSet NAME_ENDS = TextSet.kept(TextSet.matching("^(?:/|\\z)"));

  private static final TextSet NO_SLASH = TextSet.kept(TextSet.matching("^(?!/)"));

  private Prefixes() {}

  /** Tells whether a path begins with a prefix that ends where a name of the path ends. */
  static Classifier<Boolean> isBelow(String prefix) {
    return prefix.endsWith("/")
        ? Classifier.in(TextSet.startingWith(prefix))
        : Classifier.ofCases(
            List.of(
                new Case<>(TextSet.of(prefix), true),
                new Case<>(TextSet.startingWith(prefix + "/"), true)),
            false);
  }

  /** Sorts URL-paths by how much of them an alias stands for. */
  static Classifier<Integer> aliased(String alias) {
    return Classifier.described(uri -> aliased(uri, alias), () -> cases(alias));
  }

  private static List<Case<Integer>> cases(String alias) {
    String single = SingleSlashes.in(alias);
    boolean folder = single.endsWith("/");
    TextSet fits = new TextSet.Behind(single, folder ? NO_SLASH : NAME_ENDS);
    String loose = "^" + quoted(single).replace("/", "/+") + (folder ? "" : "(?:/|\\z)");
    TextSet somehow = TextSet.passing(uri -> aliased(uri, single) > 0, loose);
    return List.of(new Case<>(fits, single.length()), new Case<>(new TextSet.Outside(somehow), 0));
  }

  /** Returns a regular expression that matches a text alone. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c == '/' || (c < 0x80 && Character.isLetterOrDigit(c));
      quoted.append(plain ? String.valueOf(c) : String.format("\\x%02x", (int) c));
    }
    return quoted.toString();
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
