package org.redirlint.analysis.graph;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redirlint.regex.Language;

/** Names of files by their extensions, which folders hardly ever have. */
final class Extensions {

  private static final Pattern LAST = Pattern.compile("(?s).*[^/](\\.[A-Za-z][A-Za-z0-9]{0,4})");

  /** More extensions than these are not told apart. */
  private static final int MOST = 4;

  private Extensions() {}

  /** Supposes that no folder has such a name, if all of some paths are such names. */
  static boolean areOfNoFolder(Language paths, Suppositions suppositions) {
    Suppositions needed = new Suppositions();
    Language left = paths;
    for (int i = 0; i < MOST && !left.isEmpty(); i++) {
      Optional<String> extension = left.shortest().flatMap(Extensions::last);
      if (extension.isEmpty()) {
        return false;
      }
      needed.add("no directory's name ends with " + extension.get());
      left = left.minus(Language.endingWith(extension.get()));
    }
    if (left.isEmpty()) {
      suppositions.addAll(needed);
    }
    return left.isEmpty();
  }

  private static Optional<String> last(String path) {
    Matcher last = LAST.matcher(path);
    return last.matches() ? Optional.of(last.group(1)) : Optional.empty();
  }
}
