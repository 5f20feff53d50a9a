package org.redirlint.semantics.httpd;

import org.redirlint.regex.Transducer;

/** A query without the ampersand at its end. */
record Trimmed() implements Transducer {

  @Override
  public int start() {
    return 0;
  }

  @Override
  public int next(int state, char character) {
    return character == '&' ? 1 : 0;
  }

  @Override
  public String written(int state, char character) {
    return (state == 1 ? "&" : "") + (character == '&' ? "" : String.valueOf(character));
  }
}
