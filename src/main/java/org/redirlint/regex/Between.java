package org.redirlint.regex;

import java.util.List;
import org.redirlint.regex.automaton.Transductions.Piece;

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
  public List<Piece> pieces(int state) {
    return Pieces.same(state == 0 ? before : "", true, 1);
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
