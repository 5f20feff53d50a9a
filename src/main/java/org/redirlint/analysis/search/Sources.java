package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.redirlint.model.SingleSlashes;
import org.redirlint.model.httpd.PrefixIndex;
import org.redirlint.regex.Lazy;

/** The paths that directives may redirect, by what is written. In doubt, they may. */
final class Sources {

  private final Set<String> paths = new HashSet<>();
  private final Set<String> folders = new HashSet<>();
  private final Set<PrefixIndex.Key> patterns = new HashSet<>();
  private final Lazy<PrefixIndex> index =
      new Lazy<>(() -> PrefixIndex.of(new ArrayList<>(patterns)));

  /** Adds a path. */
  void path(String path) {
    paths.add(path);
  }

  /** Adds a path and all that is below it. */
  void folder(String path) {
    folders.add(SingleSlashes.in(path));
  }

  /** Adds what may be redirected besides, as far as that can be told from how it begins. */
  void pattern(PrefixIndex.Key key) {
    patterns.add(key);
  }

  /** Adds everything. */
  void anything() {
    patterns.add(PrefixIndex.Key.ANY);
  }

  /** Tells whether a request for a target, a path with or without a query, may be redirected. */
  boolean mayRedirect(String target) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    // What servers make of these is not what is written.
    boolean odd = path.indexOf('%') >= 0 || path.contains("//");
    return odd
        || paths.contains(path)
        || isInFolder(path)
        || (!patterns.isEmpty() && index.get().candidates(path).from(0) >= 0);
  }

  private boolean isInFolder(String path) {
    if (folders.isEmpty()) {
      return false;
    }
    if (folders.contains(path)) {
      return true;
    }
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (folders.contains(path.substring(0, slash))
          || folders.contains(path.substring(0, slash + 1))) {
        return true;
      }
    }
    return false;
  }
}
