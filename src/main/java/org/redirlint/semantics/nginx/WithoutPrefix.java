package org.redirlint.semantics.nginx;

import org.redirlint.regex.Transducer;

/**
 * Takes a prefix off a text that begins with it. While the text goes along with the prefix, the
 * state is the number of characters read; then it is {@link #BEHIND} or {@link #OTHER}.
 *
 * @param prefix the prefix
 */
record WithoutPrefix(String prefix) implements Transducer {

  private static final int BEHIND = -1;
  private static final int OTHER = -2;

  @Override
  public int start() {
    return prefix.isEmpty() ? BEHIND : 0;
  }

  @Override
  public int next(int state, char character) {
    if (state < 0) {
      return state;
    }
    if (character != prefix.charAt(state)) {
      return OTHER;
    }
    return state + 1 == prefix.length() ? BEHIND : state + 1;
  }

  @Override
  public String written(int state, char character) {
    if (state < 0) {
      return String.valueOf(character);
    }
    return character == prefix.charAt(state) ? "" : prefix.substring(0, state) + character;
  }

  @Override
  public String last(int state) {
    return state < 0 ? "" : prefix.substring(0, state);
  }
}
