package org.redirlint.analysis;

import java.util.List;
import org.redirlint.regex.Pieces;
import org.redirlint.regex.Transducer;
import org.redirlint.regex.automaton.Transductions.Piece;

/**
 * A transducer that has read something already.
 *
 * @param transducer the transducer
 * @param start the state it is in
 */
record Continued(Transducer transducer, int start) implements Transducer {

  /** Returns a transducer that goes on in a state. */
  static Transducer of(Transducer transducer, int state) {
    return transducer instanceof Continued continued
        ? of(continued.transducer(), state)
        : state == transducer.start() ? transducer : new Continued(transducer, state);
  }

  @Override
  public List<Piece> pieces(int state) {
    return transducer.pieces(state);
  }

  @Override
  public int next(int state, char character) {
    return transducer.next(state, character);
  }

  @Override
  public String written(int state, char character) {
    return transducer.written(state, character);
  }

  @Override
  public String last(int state) {
    return transducer.last(state);
  }

  /** Tells whether a transducer changes nothing. */
  static boolean isIdentity(Transducer transducer) {
    int state = transducer.start();
    return transducer.last(state).isEmpty()
        && transducer.pieces(state).equals(Pieces.same("", true, state));
  }
}
