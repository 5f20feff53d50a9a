package org.redirlint.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file to read.
 *
 * @param path its absolute path
 * @param named whether it was named itself, so that it has to be a configuration
 */
record InputFile(Path path, boolean named) {

  /**
   * Returns the files a request names, and those in the folders it names.
   *
   * @throws UnreadablePathException if a folder cannot be searched
   */
  static List<InputFile> of(LintRequest request) {
    Map<Path, InputFile> files = new LinkedHashMap<>();
    for (Path path : request.paths()) {
      Path absolute = request.workingFolder().resolve(path).normalize();
      if (Files.isDirectory(absolute)) {
        search(absolute, request.workingFolder())
            .forEach(file -> files.putIfAbsent(file, new InputFile(file, false)));
      } else {
        files.put(absolute, new InputFile(absolute, true));
      }
    }
    return List.copyOf(files.values());
  }

  private static List<Path> search(Path folder, Path workingFolder) {
    try {
      return FileFinder.find(folder);
    } catch (IOException unreadable) {
      throw new UnreadablePathException(
          workingFolder.relativize(folder) + ": cannot be searched: " + unreadable.getMessage());
    }
  }
}
