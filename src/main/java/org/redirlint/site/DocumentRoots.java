package org.redirlint.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Folders that are document roots of httpd. */
public final class DocumentRoots {

  private static final int DEEPEST = 32;

  private DocumentRoots() {}

  /** Tells whether a folder holds {@code .htaccess} files. */
  public static boolean isDocumentRoot(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
      return files.anyMatch(file -> file.endsWith(".htaccess"));
    } catch (IOException unreadable) {
      return false;
    }
  }
}
