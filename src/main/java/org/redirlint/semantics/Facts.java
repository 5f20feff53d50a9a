package org.redirlint.semantics;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redirlint.regex.TextSet;

/** What is known of the world around the configuration. Empty means: not known. */
public interface Facts {

  /** Returns what is at an absolute path. */
  Optional<FileStatus> file(String path);

  /**
   * Returns the names in a directory, without those that stand for itself and the one above it;
   * none if there is no such directory, or it cannot be read; empty if that is not known.
   *
   * @param path an absolute path of the server's
   */
  default Optional<Set<String>> names(String path) {
    return Optional.empty();
  }

  /** Tells whether it is known that the server may not read what is at an absolute path. */
  default boolean isUnreadable(String path) {
    return file(path)
        .filter(s -> s == FileStatus.ACCESS_DENIED || s == FileStatus.UNREADABLE_FILE)
        .isPresent();
  }

  /** Tells whether there is a file at an absolute path and it is not empty. */
  default Optional<Boolean> hasContent(String path) {
    return Optional.empty();
  }

  /** Tells whether a symbolic link is at an absolute path. */
  default Optional<Boolean> isSymbolicLink(String path) {
    return Optional.empty();
  }

  /** Returns paths at which no directory is; what else is there need not be known. */
  default List<TextSet> withoutDirectories() {
    return List.of();
  }

  /** Returns the server's local time. */
  default Optional<LocalDateTime> time() {
    return Optional.empty();
  }

  /** Returns the server's own host name. */
  Optional<String> hostname();

  /** Returns the client's address. */
  Optional<String> clientAddress();

  /** Returns the address the client reached the server at. */
  Optional<String> serverAddress();

  /** Knows nothing. */
  Facts NONE =
      new Facts() {
        @Override
        public Optional<FileStatus> file(String path) {
          return Optional.empty();
        }

        @Override
        public Optional<String> hostname() {
          return Optional.empty();
        }

        @Override
        public Optional<String> clientAddress() {
          return Optional.empty();
        }

        @Override
        public Optional<String> serverAddress() {
          return Optional.empty();
        }
      };
}
