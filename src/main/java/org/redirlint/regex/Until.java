package org.redirlint.regex;

/**
 * Writes a text up to the first of some characters.
 *
 * @param ends the characters
 */
record Until(String ends) implements Transducer {

  @Override
  public int start() {
    return 0;
  }

  @Override
  public int next(int state, char character) {
    return state == 1 || ends.indexOf(character) >= 0 ? 1 : 0;
  }

  @Override
  public String written(int state, char character) {
    return next(state, character) == 1 ? "" : String.valueOf(character);
  }
}
