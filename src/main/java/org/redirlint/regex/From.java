package org.redirlint.regex;

/**
 * Writes a text from the first of some characters on.
 *
 * @param starts the characters
 */
record From(String starts) implements Transducer {

  @Override
  public int start() {
    return 0;
  }

  @Override
  public int next(int state, char character) {
    return state == 1 || starts.indexOf(character) >= 0 ? 1 : 0;
  }

  @Override
  public String written(int state, char character) {
    return next(state, character) == 1 ? String.valueOf(character) : "";
  }
}
