package org.redirlint.semantics.httpd;

import org.redirlint.regex.Transducer;

/**
 * Replaces what a path begins with (subst_prefix_path).
 *
 * @param directory what it may begin with, not empty
 * @param base what is put there
 */
record Rebased(String directory, String base) implements Transducer {

  @Override
  public int start() {
    return 0;
  }

  /** Counts what fits so far; one state more stands behind the beginning. */
  @Override
  public int next(int state, char character) {
    boolean fits = state < directory.length() && directory.charAt(state) == character;
    return fits && state < directory.length() - 1 ? state + 1 : directory.length();
  }

  @Override
  public String written(int state, char character) {
    if (state == directory.length()) {
      return String.valueOf(character);
    }
    if (directory.charAt(state) != character) {
      return directory.substring(0, state) + character;
    }
    return state == directory.length() - 1 ? base : "";
  }

  @Override
  public String last(int state) {
    return state == directory.length() ? "" : directory.substring(0, state);
  }
}
