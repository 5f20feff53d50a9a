package org.redirlint.semantics;

/** What a worker process of the server finds at a path. */
public enum FileStatus {
  /** Nothing. */
  MISSING("missing"),
  /** Nothing, as a file stands where a directory should be. */
  NOT_A_DIRECTORY("below a file"),
  /** A directory on the way may not be searched. */
  ACCESS_DENIED("out of reach"),
  /** A file that can be read. */
  FILE("a file"),
  /** A file that can be read and executed. */
  EXECUTABLE("an executable file"),
  /** A file that cannot be read. */
  UNREADABLE_FILE("an unreadable file"),
  /** A directory that can be read. */
  DIRECTORY("a directory"),
  /** A directory that cannot be read. */
  UNREADABLE_DIRECTORY("an unreadable directory");

  private final String phrase;

  FileStatus(String phrase) {
    this.phrase = phrase;
  }

  /** Tells whether there is a file. */
  public boolean isFile() {
    return this == FILE || this == EXECUTABLE || this == UNREADABLE_FILE;
  }

  /** Tells whether there is a directory. */
  public boolean isDirectory() {
    return this == DIRECTORY || this == UNREADABLE_DIRECTORY;
  }

  /** Tells whether there is anything. */
  public boolean exists() {
    return isFile() || isDirectory();
  }

  /** Returns the status as words in a sentence. */
  public String phrase() {
    return phrase;
  }
}
