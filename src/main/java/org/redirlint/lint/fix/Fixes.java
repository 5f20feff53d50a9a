package org.redirlint.lint.fix;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.redirlint.diagnostic.FixOutcome;
import org.redirlint.lint.UnreadablePathException;

/**
 * What may be changed.
 *
 * @param files the files, by their real paths
 * @param outcome what is mended by it, and what is not
 */
public record Fixes(Map<Path, ChangedFile> files, FixOutcome outcome) {

  /** Takes a copy that keeps the order. */
  public Fixes {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /**
   * Changes the files, each at once.
   *
   * @param backup whether to leave the old file beside each, under its name with {@code .bak}
   * @throws UnreadablePathException if a file cannot be written, or was changed since it was read
   */
  public void apply(boolean backup) {
    files.forEach((path, file) -> FileReplacement.replace(path, file, backup));
  }
}
