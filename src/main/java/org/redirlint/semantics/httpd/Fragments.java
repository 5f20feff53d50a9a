package org.redirlint.semantics.httpd;

import org.redirlint.regex.Transformation;

/** Targets as httpd parses them anew (ap_parse_uri). */
final class Fragments {

  /** A target without its fragment, and with one slash at its beginning. */
  static final Transformation DROPPED =
      text -> {
        int fragment = text.indexOf('#');
        String plain = fragment < 0 ? text : text.substring(0, fragment);
        return plain.startsWith("//") ? plain.replaceFirst("^/+", "/") : plain;
      };

  /** A path with one slash at its beginning. */
  static final Transformation ONE_SLASH =
      text -> text.startsWith("//") ? text.replaceFirst("^/+", "/") : text;

  private Fragments() {}
}
