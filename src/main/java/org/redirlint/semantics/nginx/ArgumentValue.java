package org.redirlint.semantics.nginx;

import org.redirlint.regex.Transducer;

/**
 * Writes the value of an argument of a query string, not decoded, or nothing if there is none
 * (ngx_http_arg). Within a name, the state is the number of characters that are as wanted.
 *
 * @param name the argument's name; the case of its letters does not matter
 */
record ArgumentValue(String name) implements Transducer {

  private static final int OTHER = -1;
  private static final int VALUE = -2;
  private static final int BEHIND = -3;

  @Override
  public int start() {
    return name.isEmpty() ? BEHIND : 0;
  }

  @Override
  public int next(int state, char character) {
    if (state == BEHIND) {
      return BEHIND;
    }
    if (character == '&') {
      return state == VALUE ? BEHIND : 0;
    }
    if (state < 0) {
      return state;
    }
    if (state == name.length()) {
      return character == '=' ? VALUE : OTHER;
    }
    return Letters.same(character, name.charAt(state)) ? state + 1 : OTHER;
  }

  @Override
  public String written(int state, char character) {
    return state == VALUE && character != '&' ? String.valueOf(character) : "";
  }
}
