package org.redirlint.regex;

import java.util.List;
import org.redirlint.regex.automaton.Transductions.Piece;

/**
 * Writes something before a text.
 *
 * @param separator what to write before a text that is not empty
 * @param forEmpty what to write for the empty text
 */
record Separator(String separator, String forEmpty) implements Transducer {

  @Override
  public int start() {
    return 0;
  }

  @Override
  public List<Piece> pieces(int state) {
    return Pieces.same(state == 0 ? separator : "", true, 1);
  }

  @Override
  public int next(int state, char character) {
    return 1;
  }

  @Override
  public String written(int state, char character) {
    return state == 0 ? separator + character : Characters.text(character);
  }

  @Override
  public String last(int state) {
    return state == 0 ? forEmpty : "";
  }

  @Override
  public String apply(String text) {
    return text.isEmpty() ? forEmpty : separator + text;
  }
}
