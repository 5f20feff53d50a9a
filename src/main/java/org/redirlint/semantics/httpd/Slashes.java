package org.redirlint.semantics.httpd;

import org.redirlint.regex.Transducer;

/**
 * Changes the slashes a text begins with, and cuts it.
 *
 * @param slashes what is written for the slashes it begins with
 * @param end the character it is cut at, if it stands behind the beginning; 0 for none
 * @param inside whether it is only cut behind its first name
 */
record Slashes(String slashes, char end, boolean inside) implements Transducer {

  private static final int BEGINNING = 0;
  private static final int SLASHES = 1;
  private static final int INSIDE = 2;
  private static final int CUT = 3;

  @Override
  public int start() {
    return BEGINNING;
  }

  @Override
  public int next(int state, char character) {
    if (state == CUT || (character == end && end != 0 && (state == INSIDE || !inside))) {
      return CUT;
    }
    return state != INSIDE && character == '/' ? SLASHES : INSIDE;
  }

  /** Most texts stay as they are. */
  @Override
  public String apply(String text) {
    boolean kept = !text.startsWith("/") || (slashes.equals("/") && !text.startsWith("//"));
    return kept && end == 0 ? text : Transducer.super.apply(text);
  }

  @Override
  public String written(int state, char character) {
    return switch (next(state, character)) {
      case CUT -> "";
      case SLASHES -> state == BEGINNING ? slashes : "";
      default -> String.valueOf(character);
    };
  }
}
