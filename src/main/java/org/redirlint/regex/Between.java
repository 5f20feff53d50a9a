package org.redirlint.regex;

/**
 * Puts a text between two others.
 *
 * @param before what comes first
 * @param after what comes last
 */
record Between(String before, String after) implements Transducer {

  @Override
  public int start() {
    return 0;
  }

  @Override
  public int next(int state, char character) {
    return 1;
  }

  @Override
  public String written(int state, char character) {
    return (state == 0 ? before : "") + character;
  }

  @Override
  public String last(int state) {
    return (state == 0 ? before : "") + after;
  }
}
