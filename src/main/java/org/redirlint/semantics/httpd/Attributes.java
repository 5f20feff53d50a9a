package org.redirlint.semantics.httpd;

import java.util.Optional;
import org.redirlint.semantics.Facts;

/** What else is known of a file: whether it holds anything, whether it is a symbolic link. */
final class Attributes {

  private final Facts facts;

  Attributes(Facts facts) {
    this.facts = facts;
  }

  /**
   * Tells whether a path has an attribute; empty if nobody knows.
   *
   * @param kind {@code s} for a file that is not empty, {@code h} for a symbolic link
   */
  Optional<Boolean> of(String path, char kind) {
    if (!path.startsWith("/")) {
      return Optional.of(false);
    }
    return kind == 's' ? facts.hasContent(path) : facts.isSymbolicLink(path);
  }
}
