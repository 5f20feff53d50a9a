package org.redirlint.analysis;

import org.redirlint.regex.Transducer;

/**
 * Writes what follows the first occurrence of a character.
 *
 * @param sign the character
 */
record After(char sign) implements Transducer {

  @Override
  public int start() {
    return 0;
  }

  @Override
  public int next(int state, char character) {
    return state == 1 || character == sign ? 1 : 0;
  }

  @Override
  public String written(int state, char character) {
    return state == 1 ? String.valueOf(character) : "";
  }
}
