package org.redirlint.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What is in files: that on disk, but for some files that are read as if they had been changed.
 *
 * @param changed the files' texts, by their real paths
 */
public record Contents(Map<Path, SourceFile> changed) {

  /** What is on disk. */
  public static final Contents ON_DISK = new Contents(Map.of());

  /** Takes a copy. */
  public Contents {
    changed = Map.copyOf(changed);
  }

  /**
   * Returns a file's bytes.
   *
   * @throws IOException if it cannot be read
   */
  public byte[] read(Path file) throws IOException {
    if (!changed.isEmpty()) {
      SourceFile instead = changed.get(file.toRealPath());
      if (instead != null) {
        return instead.bytes();
      }
    }
    return Files.readAllBytes(file);
  }
}
