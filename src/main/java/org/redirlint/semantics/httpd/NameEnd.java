package org.redirlint.semantics.httpd;

import java.util.List;
import org.redirlint.regex.Pieces;
import org.redirlint.regex.Transducer;
import org.redirlint.regex.automaton.Transductions.Piece;

/**
 * Cuts a path at the first slash that is not before a place.
 *
 * @param place the place
 * @param before whether what stands before the cut is kept, else what follows
 */
record NameEnd(int place, boolean before) implements Transducer {

  @Override
  public int start() {
    return 0;
  }

  @Override
  public List<Piece> pieces(int state) {
    if (state < place) {
      return Pieces.same("", before, state + 1);
    }
    if (state > place) {
      return Pieces.same("", !before, place + 1);
    }
    return Pieces.apart('/', Pieces.same("", !before, place + 1), Pieces.same("", before, place));
  }

  /** Counts characters up to the place; one state more stands behind the cut. */
  @Override
  public int next(int state, char character) {
    return state < place ? state + 1 : state == place && character != '/' ? place : place + 1;
  }

  @Override
  public String written(int state, char character) {
    boolean cut = state > place || (state == place && character == '/');
    return cut == before ? "" : String.valueOf(character);
  }
}
