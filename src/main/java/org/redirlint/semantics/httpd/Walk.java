package org.redirlint.semantics.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.semantics.FileStatus;

/**
 * How far a path leads into the file system (ap_directory_walk).
 *
 * @param directories the directories on the way, each with a slash at its end, the root first
 * @param kind what the path ends at
 * @param kept how much of the path is the file's; the rest is its path info
 * @param refused whether a directory on the way may not be searched
 * @param unknown where what is not known begins; -1 if all is known
 */
record Walk(List<String> directories, Resource.Kind kind, int kept, boolean refused, int unknown) {

  /** The longest name file systems take ({@code NAME_MAX}), in bytes. */
  private static final int LONGEST_NAME = 255;

  Walk {
    directories = List.copyOf(directories);
  }

  /**
   * Walks down a path, name by name. What is too long is refused.
   *
   * @param longest how long the path may be, in bytes
   */
  static Walk of(String path, Files<?> files, int longest) {
    List<String> directories = new ArrayList<>(List.of("/"));
    if (path.length() > longest) {
      return new Walk(directories, Resource.Kind.NONE, path.length(), true, -1);
    }
    int at = 1;
    while (at < path.length()) {
      int slash = path.indexOf('/', at);
      int end = slash < 0 ? path.length() : slash;
      if (end - at > LONGEST_NAME) {
        return new Walk(directories, Resource.Kind.NONE, end, true, -1);
      }
      Optional<FileStatus> status = files.known(path.substring(0, end));
      if (status.isEmpty()) {
        return new Walk(directories, Resource.Kind.NONE, path.length(), false, at);
      }
      if (status.get().isFile()) {
        return new Walk(directories, Resource.Kind.FILE, end, false, -1);
      }
      if (!status.get().isDirectory()) {
        boolean missing = status.get() == FileStatus.MISSING;
        return new Walk(directories, Resource.Kind.NONE, end, !missing, -1);
      }
      directories.add(path.substring(0, end) + "/");
      at = end + 1;
    }
    return new Walk(directories, Resource.Kind.DIRECTORY, path.length(), false, -1);
  }
}
