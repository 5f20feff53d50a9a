package org.redirlint.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What is in files and how messages call them: what is on disk, but for some files that are read as
 * if they had been changed.
 *
 * @param workingFolder the folder from which names start
 * @param changed the files' texts, by their real paths
 */
public record Contents(Path workingFolder, Map<Path, SourceFile> changed) {

  /** Takes a copy. */
  public Contents {
    workingFolder = workingFolder.toAbsolutePath().normalize();
    changed = Map.copyOf(changed);
  }

  /** Returns what is on disk. */
  public static Contents onDisk(Path workingFolder) {
    return new Contents(workingFolder, Map.of());
  }

  /**
   * Returns a file's content under the name by which messages call it.
   *
   * @throws IOException if it cannot be read
   */
  public SourceFile read(Path file) throws IOException {
    return SourceFile.of(name(file), bytes(file));
  }

  /** Returns a path as messages show it: from the working folder on. */
  public String name(Path path) {
    return workingFolder.relativize(path.toAbsolutePath().normalize()).toString();
  }

  private byte[] bytes(Path file) throws IOException {
    if (!changed.isEmpty()) {
      SourceFile instead = changed.get(file.toRealPath());
      if (instead != null) {
        return instead.bytes();
      }
    }
    return Files.readAllBytes(file);
  }
}
