package org.redirlint.resolve;

import java.util.List;
import java.util.Optional;
import org.redirlint.ast.Document;

/** Finds and reads the files that an include names. */
public interface IncludedFiles {

  /**
   * Returns the files a pattern names, in the order of their names.
   *
   * @param pattern a path as the configuration gives it, with {@code *}, {@code ?} and {@code […]}
   * @param folder where relative paths start, if the configuration says so
   * @param main the file the server is given; relative paths start near it if nothing else is said
   */
  Answer find(String pattern, Optional<String> folder, Document main);

  /** What became of an include. */
  sealed interface Answer permits Found, Missing, OutsideRoots {}

  /**
   * The files there are; none if no file fits a pattern with wildcards.
   *
   * @param documents the files, read
   */
  record Found(List<Document> documents) implements Answer {
    public Found {
      documents = List.copyOf(documents);
    }
  }

  /**
   * The path names no file.
   *
   * @param path where the file was looked for
   */
  record Missing(String path) implements Answer {}

  /**
   * The path lies outside the folders that may be read.
   *
   * @param path where the file would be
   */
  record OutsideRoots(String path) implements Answer {}
}
