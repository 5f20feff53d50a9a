package org.redirlint.semantics.nginx;

import org.redirlint.regex.Transducer;

/**
 * Writes the value of a cookie of a Cookie header, or nothing if there is none
 * (ngx_http_parse_multi_header_lines). Within a name, the state is the number of characters that
 * are as wanted.
 *
 * @param name the cookie's name; the case of its letters does not matter
 */
record CookieValue(String name) implements Transducer {

  private static final int OTHER = -1;
  private static final int SEPARATED = -2;
  private static final int NAMED = -3;
  private static final int EQUALS = -4;
  private static final int VALUE = -5;
  private static final int BEHIND = -6;

  @Override
  public int start() {
    return name.isEmpty() ? BEHIND : 0;
  }

  @Override
  public int next(int state, char character) {
    return switch (state) {
      case BEHIND -> BEHIND;
      case VALUE -> character == ';' ? BEHIND : VALUE;
      case EQUALS -> character == ' ' ? EQUALS : character == ';' ? BEHIND : VALUE;
      case NAMED -> character == ' ' ? NAMED : character == '=' ? EQUALS : skip(character);
      case SEPARATED -> character == ' ' ? SEPARATED : matched(0, character);
      case OTHER -> skip(character);
      default -> matched(state, character);
    };
  }

  private int matched(int count, char character) {
    if (!Letters.same(character, name.charAt(count))) {
      return skip(character);
    }
    return count + 1 == name.length() ? NAMED : count + 1;
  }

  private static int skip(char character) {
    return character == ';' || character == ',' ? SEPARATED : OTHER;
  }

  @Override
  public String written(int state, char character) {
    boolean inside = state == VALUE || (state == EQUALS && character != ' ');
    return inside && character != ';' ? String.valueOf(character) : "";
  }
}
