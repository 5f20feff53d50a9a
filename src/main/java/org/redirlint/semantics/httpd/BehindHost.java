package org.redirlint.semantics.httpd;

import org.redirlint.regex.PartialTransducer;
import org.redirlint.regex.TextSet;
import org.redirlint.regex.Transducer;
import org.redirlint.regex.Transformation;

/**
 * Changes the path of a URL.
 *
 * @param path what is done to the path
 * @param all what is done to any text
 */
record BehindHost(Transducer path, Transformation all) implements PartialTransducer {

  private static final TextSet READABLE = TextSet.matching("^(?i)https?://");

  /** The slash that begins the path is the third. */
  private static final int PATH = 3;

  @Override
  public TextSet readable() {
    return READABLE;
  }

  @Override
  public int start() {
    return 0;
  }

  @Override
  public int next(int state, char character) {
    boolean begins = state == PATH - 1 && character == '/';
    if (state >= PATH || begins) {
      return PATH + path.next(begins ? path.start() : state - PATH, character);
    }
    return character == '/' ? state + 1 : state;
  }

  @Override
  public String written(int state, char character) {
    boolean begins = state == PATH - 1 && character == '/';
    return state >= PATH || begins
        ? path.written(begins ? path.start() : state - PATH, character)
        : String.valueOf(character);
  }

  @Override
  public String last(int state) {
    return state >= PATH ? path.last(state - PATH) : "";
  }

  @Override
  public String apply(String text) {
    return all.apply(text);
  }
}
