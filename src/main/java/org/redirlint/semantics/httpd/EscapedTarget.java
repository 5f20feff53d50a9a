package org.redirlint.semantics.httpd;

import org.redirlint.regex.Transducer;

/** Escapes a redirect's target up to its query or fragment (mod_alias). */
record EscapedTarget() implements Transducer {

  @Override
  public int start() {
    return 0;
  }

  @Override
  public int next(int state, char character) {
    return state == 1 || character == '?' || character == '#' ? 1 : 0;
  }

  @Override
  public String written(int state, char character) {
    return next(state, character) == 1
        ? String.valueOf(character)
        : Escapes.PATH.apply(String.valueOf(character));
  }
}
