package org.redirlint.semantics.httpd;

import org.redirlint.regex.Transformation;

/** Changes of what a path begins with. */
final class PathHeads {

  /** The first name of a path. */
  static final Transformation FIRST =
      text -> {
        String path = text.startsWith("//") ? text.replaceFirst("^/+", "/") : text;
        int slash = path.indexOf('/', 1);
        return slash < 0 ? path : path.substring(0, slash);
      };

  private PathHeads() {}

  /** Replaces what a path begins with (subst_prefix_path); both end with a slash. */
  static Transformation rebase(String directory, String base) {
    return text -> text.startsWith(directory) ? base + text.substring(directory.length()) : text;
  }

  /** Replaces what the path of a URL begins with. */
  static Transformation rebaseUrl(String directory, String base) {
    return text -> {
      int slash = text.indexOf('/', Escapes.schemeLength(text));
      return slash < 0
          ? text
          : text.substring(0, slash) + rebase(directory, base).apply(text.substring(slash));
    };
  }
}
