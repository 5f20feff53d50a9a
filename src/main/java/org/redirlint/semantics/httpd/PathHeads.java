package org.redirlint.semantics.httpd;

import org.redirlint.regex.Transducer;
import org.redirlint.regex.Transformation;

/** Changes of what a path begins with. */
final class PathHeads {

  /** The first name of a path. */
  static final Transducer FIRST = new Slashes("/", '/', true);

  private PathHeads() {}

  /**
   * Replaces what a path begins with (subst_prefix_path); both end with a slash, or the new one is
   * empty.
   */
  static Rebased rebase(String directory, String base) {
    return new Rebased(directory, base);
  }

  /** Replaces what the path of a URL begins with. */
  static Transformation rebaseUrl(String directory, String base) {
    Rebased path = rebase(directory, base);
    return new BehindHost(
        path,
        text -> {
          int slash = text.indexOf('/', Escapes.schemeLength(text));
          return slash < 0 ? text : text.substring(0, slash) + path.apply(text.substring(slash));
        });
  }
}
