package org.redirlint.lint.glob;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A path with wildcards, as {@code .gitignore} files have them: {@code **} stands for any folders;
 * a pattern without a slash fits at any depth; one that ends in a slash, or names a folder, fits
 * all that is in it.
 *
 * @see <a href="https://git-scm.com/docs/gitignore#_pattern_format">gitignore, pattern format</a>
 */
public final class PathGlob {

  private static final String ANY_FOLDERS = "**";

  private final List<String> names;

  private PathGlob(List<String> names) {
    this.names = List.copyOf(names);
  }

  /** Reads a pattern. */
  public static PathGlob of(String pattern) {
    String text = pattern.startsWith("./") ? pattern.substring(2) : pattern;
    int slash = text.indexOf('/');
    boolean anywhere = slash < 0 || slash == text.length() - 1;
    List<String> names = new ArrayList<>();
    if (anywhere) {
      names.add(ANY_FOLDERS);
    }
    for (String name : text.split("/", -1)) {
      boolean again = name.equals(ANY_FOLDERS) && !names.isEmpty() && last(names).equals(name);
      if (!name.isEmpty() && !again) {
        names.add(name);
      }
    }
    return new PathGlob(names);
  }

  private static String last(List<String> names) {
    return names.get(names.size() - 1);
  }

  /**
   * Tells whether the pattern fits a path or one of the folders it lies in.
   *
   * @param path names with slashes between them
   */
  public boolean fits(String path) {
    List<String> folders = Arrays.asList(path.split("/", -1));
    boolean[] reached = new boolean[names.size() + 1];
    reached[0] = true;
    skipAnyFolders(reached);
    for (String folder : folders) {
      boolean[] next = new boolean[names.size() + 1];
      for (int i = 0; i < names.size(); i++) {
        if (reached[i] && names.get(i).equals(ANY_FOLDERS)) {
          next[i] = true;
        } else if (reached[i] && fits(names.get(i), folder)) {
          next[i + 1] = true;
        }
      }
      skipAnyFolders(next);
      if (next[names.size()]) {
        return true;
      }
      reached = next;
    }
    return false;
  }

  private void skipAnyFolders(boolean[] reached) {
    for (int i = 0; i < names.size(); i++) {
      if (reached[i] && names.get(i).equals(ANY_FOLDERS)) {
        reached[i + 1] = true;
      }
    }
  }

  /** A leading dot need not be written, unlike in a server's include. */
  private static boolean fits(String pattern, String name) {
    return (name.startsWith(".") && !pattern.startsWith("."))
        ? new Glob("." + pattern).fits("." + name)
        : new Glob(pattern).fits(name);
  }

  @Override
  public String toString() {
    return String.join("/", names);
  }
}
