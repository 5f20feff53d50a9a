package org.redirlint.semantics.httpd;

import org.redirlint.semantics.Domain;

/**
 * How much of a path is a file's.
 *
 * @param place a place in the path
 * @param name whether the name that begins there is the file's as well
 */
record Kept(int place, boolean name) {

  /** All of it. */
  static final Kept ALL = new Kept(Integer.MAX_VALUE, false);

  /** Returns the part up to the end of the name that begins at a place. */
  static Kept name(int place) {
    return new Kept(place, true);
  }

  /** Returns that part of a path. */
  <V> V head(Domain<V> domain, V path) {
    if (equals(ALL)) {
      return path;
    }
    return domain.transform(name ? new NameEnd(place, true) : Paths.keep(place), path);
  }

  /** Returns the rest of a path. */
  <V> V tail(Domain<V> domain, V path) {
    if (equals(ALL)) {
      return domain.literal("");
    }
    return domain.transform(name ? new NameEnd(place, false) : Paths.drop(place), path);
  }
}
