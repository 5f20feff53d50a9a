package org.redirlint.site;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where the folders a configuration speaks of lie on this machine.
 *
 * @param mappings the folders, in any order; the longest that fits a path counts
 */
public record PathMap(List<Mapping> mappings) {

  /** No folders. */
  public static final PathMap NONE = new PathMap(List.of());

  public PathMap {
    mappings = List.copyOf(mappings);
  }

  /**
   * One folder.
   *
   * @param from its absolute path on the server
   * @param to its path here
   */
  public record Mapping(String from, Path to) {

    /**
     * Reads {@code FROM=TO}.
     *
     * @throws IllegalArgumentException if there is no equals sign, or nothing before it or after it
     */
    public static Mapping parse(String text) {
      int equals = text.indexOf('=');
      if (equals < 1 || equals == text.length() - 1) {
        throw new IllegalArgumentException("expected FROM=TO, found \"" + text + "\"");
      }
      String from = text.substring(0, equals).replaceFirst("(?<=.)/+$", "");
      return new Mapping(from, Path.of(text.substring(equals + 1)));
    }

    private Optional<Path> apply(String path) {
      String folder = from.endsWith("/") ? from : from + "/";
      if (path.equals(from)) {
        return Optional.of(to);
      }
      return path.startsWith(folder)
          ? Optional.of(to.resolve(path.substring(folder.length())))
          : Optional.empty();
    }
  }

  /** Returns the path here of a path on the server; nothing if no mapping speaks of it. */
  public Optional<Path> apply(String path) {
    return mappings.stream()
        .sorted(Comparator.comparing((Mapping mapping) -> mapping.from().length()).reversed())
        .flatMap(mapping -> mapping.apply(path).stream())
        .findFirst();
  }
}
