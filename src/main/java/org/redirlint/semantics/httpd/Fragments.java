package org.redirlint.semantics.httpd;

import org.redirlint.regex.Transducer;

/** Targets as httpd parses them anew (ap_parse_uri). */
final class Fragments {

  /** A target without its fragment, and with one slash at its beginning. */
  static final Transducer DROPPED = new Slashes("/", '#', false);

  /** A path with one slash at its beginning. */
  static final Transducer ONE_SLASH = new Slashes("/", (char) 0, false);

  private Fragments() {}
}
