package org.redirlint.analysis.search;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the name of a file tells. */
final class FileNames {

  private static final Predicate<String> NEVER_OF_A_FOLDER =
      Pattern.compile("\\.[A-Za-z0-9]{1,5}\\z|(?:\\A|/)\\.ht[a-z]+\\z").asPredicate();

  private FileNames() {}

  /**
   * Tells whether nobody would name a folder so.
   *
   * @param path a path or its last segment
   */
  static boolean isOfAFile(String path) {
    return NEVER_OF_A_FOLDER.test(path);
  }
}
