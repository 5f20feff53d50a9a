package org.redirlint.model.httpd;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.redirlint.source.Origin;

/**
 * What mod_dir knows in one place of the configuration.
 *
 * @param index {@code DirectoryIndex}; empty where it is not said
 * @param slash {@code DirectorySlash}
 * @param indexRedirect {@code DirectoryIndexRedirect}; empty where it is not said
 * @param fallback {@code FallbackResource}
 * @param checkHandler {@code DirectoryCheckHandler}: whether a directory with a handler is left
 *     alone
 */
public record DirectoryContext(
    Optional<List<String>> index,
    Optional<Boolean> slash,
    Optional<IndexRedirect> indexRedirect,
    Optional<Fallback> fallback,
    Optional<Boolean> checkHandler) {

  /** Nothing. */
  public static final DirectoryContext NONE =
      new DirectoryContext(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** What serves as index where nothing is said (AP_DEFAULT_INDEX). */
  public static final List<String> DEFAULT_INDEX = List.of("index.html");

  /**
   * {@code DirectoryIndexRedirect}: a directory's index is not shown but redirected to.
   *
   * @param status the redirect's status, 300 to 399; empty if the index is shown
   */
  public record IndexRedirect(Origin origin, OptionalInt status) {}

  /**
   * {@code FallbackResource}.
   *
   * @param resource the resource's URL-path; empty if it is disabled
   */
  public record Fallback(Origin origin, Optional<String> resource) {}

  DirectoryContext merge(DirectoryContext inner) {
    return inner.equals(NONE)
        ? this
        : new DirectoryContext(
            inner.index.or(() -> index),
            inner.slash.or(() -> slash),
            inner.indexRedirect.or(() -> indexRedirect),
            inner.fallback.or(() -> fallback),
            inner.checkHandler.or(() -> checkHandler));
  }
}
