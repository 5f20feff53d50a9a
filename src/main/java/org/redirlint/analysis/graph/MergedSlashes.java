package org.redirlint.analysis.graph;

import org.redirlint.regex.Transducer;

/** Writes one slash for several in a row, as httpd does with {@code MergeSlashes On}. */
enum MergedSlashes implements Transducer {
  INSTANCE;

  private static final int BEHIND_NAME = 0;
  private static final int BEHIND_SLASH = 1;

  @Override
  public int start() {
    return BEHIND_NAME;
  }

  @Override
  public int next(int state, char character) {
    return character == '/' ? BEHIND_SLASH : BEHIND_NAME;
  }

  @Override
  public String written(int state, char character) {
    return state == BEHIND_SLASH && character == '/' ? "" : String.valueOf(character);
  }
}
