package org.redirlint.model;

import java.util.regex.Pattern;

/** Paths in which adjacent slashes count as one. */
public final class SingleSlashes {

  private static final Pattern ADJACENT = Pattern.compile("/{2,}");

  private SingleSlashes() {}

  /** Returns a path with one slash for each row of slashes. */
  public static String in(String path) {
    return path.contains("//") ? ADJACENT.matcher(path).replaceAll("/") : path;
  }
}
