package org.redirlint.semantics.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Classifier.Case;
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
record Walk(List<String> directories, Resource.Kind kind, Kept kept, boolean refused, int unknown) {

  /** The longest name file systems take ({@code NAME_MAX}), in bytes. */
  private static final int LONGEST_NAME = 255;

  Walk {
    directories = List.copyOf(directories);
  }

  /**
   * Returns how paths are walked down: those of folders that are known, those below them, and those
   * of nothing at all.
   *
   * @param longest how long a path may be, in bytes
   */
  static Classifier<Walk> classifier(Files<?> files, int longest) {
    return Classifier.described(path -> of(path, files, longest), () -> cases(files, longest));
  }

  private static List<Case<Walk>> cases(Files<?> files, int longest) {
    List<Case<Walk>> cases = new ArrayList<>();
    for (String folder : files.folders()) {
      String start = folder.equals("/") ? "/" : folder + "/";
      cases.add(new Case<>(TextSet.of(folder), of(folder, files, longest)));
      cases.add(new Case<>(TextSet.of(start), of(start, files, longest)));
      if (!folder.equals("/")) {
        cases.add(new Case<>(TextSet.startingWith(start), below(start)));
      }
    }
    Walk nothing = new Walk(List.of("/"), Resource.Kind.NONE, Kept.name(1), false, -1);
    cases.add(new Case<>(TextSet.startingWith("/"), nothing));
    return cases;
  }

  /** Returns the walk to something that is not known below a folder. */
  private static Walk below(String folder) {
    List<String> directories = new ArrayList<>();
    for (int slash = 0; slash >= 0; slash = folder.indexOf('/', slash + 1)) {
      directories.add(folder.substring(0, slash + 1));
    }
    return new Walk(directories, Resource.Kind.NONE, Kept.ALL, false, folder.length());
  }

  /**
   * Walks down a path, name by name. What is too long is refused.
   *
   * @param longest how long the path may be, in bytes
   */
  static Walk of(String path, Files<?> files, int longest) {
    List<String> directories = new ArrayList<>(List.of("/"));
    if (path.length() > longest) {
      return new Walk(directories, Resource.Kind.NONE, Kept.ALL, true, -1);
    }
    int at = 1;
    while (at < path.length()) {
      int slash = path.indexOf('/', at);
      int end = slash < 0 ? path.length() : slash;
      if (end - at > LONGEST_NAME) {
        return new Walk(directories, Resource.Kind.NONE, Kept.name(at), true, -1);
      }
      Optional<FileStatus> status = files.known(path.substring(0, end));
      if (status.isEmpty()) {
        return new Walk(directories, Resource.Kind.NONE, Kept.ALL, false, at);
      }
      if (status.get().isFile()) {
        return new Walk(directories, Resource.Kind.FILE, Kept.name(at), false, -1);
      }
      if (!status.get().isDirectory()) {
        boolean missing = status.get() == FileStatus.MISSING;
        return new Walk(directories, Resource.Kind.NONE, Kept.name(at), !missing, -1);
      }
      directories.add(path.substring(0, end) + "/");
      at = end + 1;
    }
    return new Walk(directories, Resource.Kind.DIRECTORY, Kept.ALL, false, -1);
  }
}
