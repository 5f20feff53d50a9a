package org.redirlint.regex;

import java.util.List;
import org.redirlint.regex.automaton.Transductions.Piece;

/**
 * Leaves out the first characters, or all the others. The state counts the characters read.
 *
 * @param first how many
 * @param keeps whether the first characters are what stays
 */
record Cut(int first, boolean keeps) implements Transducer {

  @Override
  public int start() {
    return 0;
  }

  @Override
  public List<Piece> pieces(int state) {
    return Pieces.same("", (state < first) == keeps, Math.min(first, state + 1));
  }

  @Override
  public int next(int state, char character) {
    return Math.min(first, state + 1);
  }

  @Override
  public String written(int state, char character) {
    return (state < first) == keeps ? Characters.text(character) : "";
  }

  @Override
  public String apply(String text) {
    int cut = Math.min(first, text.length());
    return keeps ? text.substring(0, cut) : text.substring(cut);
  }
}
