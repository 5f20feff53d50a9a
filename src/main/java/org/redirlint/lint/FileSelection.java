package org.redirlint.lint;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.redirlint.source.SourceFile;

/**
 * Which files below a folder are to be checked. Patterns are those of Ant: {@code *} is any part of
 * a name, {@code ?} one character of it, {@code **} any number of folders.
 *
 * @param includes patterns of which a file's path below the folder has to match one; if there are
 *     none, files are known by their names and folders
 * @param excludes patterns of which it must match none
 * @param leftOut folders that are not searched, as absolute paths
 */
public record FileSelection(List<String> includes, List<String> excludes, Set<Path> leftOut) {

  /** Takes copies. */
  public FileSelection {
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
    leftOut = Set.copyOf(leftOut);
  }

  /**
   * Returns the files whose language can be told, sorted by path.
   *
   * @param folder the folder, an absolute path
   * @throws UnreadablePathException if the folder cannot be searched
   */
  public List<Path> find(Path folder) {
    Predicate<Path> included =
        includes.isEmpty() ? FileFinder::isCandidate : matching(folder, includes);
    try {
      return FileFinder.find(folder, leftOut, included.and(matching(folder, excludes).negate()))
          .stream()
          .filter(FileSelection::isConfiguration)
          .toList();
    } catch (IOException unreadable) {
      throw new UnreadablePathException(
          folder + ": cannot be searched: " + unreadable.getMessage());
    }
  }

  private static Predicate<Path> matching(Path folder, List<String> patterns) {
    List<PathMatcher> matchers = patterns.stream().map(FileSelection::matcher).toList();
    return file -> {
      Path relative = folder.relativize(file);
      return matchers.stream().anyMatch(matcher -> matcher.matches(relative));
    };
  }

  /** Java's {@code **} does not stand for no folder, and its braces and brackets mean something. */
  private static PathMatcher matcher(String pattern) {
    String literal = pattern.replace('\\', '/').replaceAll("[\\[\\]{}]", "\\\\$0");
    String files = literal.endsWith("/") ? literal + "**" : literal;
    return FileSystems.getDefault().getPathMatcher("glob:" + files.replace("**/", "{**/,}"));
  }

  /** What cannot be read is left to the check, which says so. */
  private static boolean isConfiguration(Path file) {
    if (DialectDetector.byName(String.valueOf(file.getFileName())).isPresent()) {
      return true;
    }
    try {
      if (Files.size(file) > DocumentStore.LARGEST_FILE) {
        return true;
      }
      SourceFile source = SourceFile.of(file.toString(), Files.readAllBytes(file));
      return DialectDetector.byContent(source).isPresent() || DialectDetector.isEmpty(source);
    } catch (IOException unreadable) {
      return true;
    }
  }
}
