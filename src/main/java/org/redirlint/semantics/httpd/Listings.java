package org.redirlint.semantics.httpd;

import java.util.Optional;
import java.util.Set;

/** What is known of the names in directories. */
@FunctionalInterface
public interface Listings {

  /**
   * Returns the names in a directory, without those that stand for itself and the one above it;
   * none if there is no such directory, or it cannot be read; empty if that is not known.
   *
   * @param path an absolute path of the server's
   */
  Optional<Set<String>> names(String path);

  /** Knows nothing. */
  Listings NONE = path -> Optional.empty();
}
