package org.redirlint.regex;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.redirlint.regex.automaton.Transductions.Piece;

/** A transducer that keeps what it does by ranges of bytes, once that was worked out. */
final class Tabled implements Transducer {

  private final Transducer transducer;
  private final Map<Integer, List<Piece>> pieces = new ConcurrentHashMap<>();

  Tabled(Transducer transducer) {
    this.transducer = transducer;
  }

  @Override
  public List<Piece> pieces(int state) {
    List<Piece> known = pieces.get(state);
    if (known == null) {
      known = transducer.pieces(state);
      pieces.put(state, known);
    }
    return known;
  }

  @Override
  public int start() {
    return transducer.start();
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

  @Override
  public boolean equals(Object other) {
    return other instanceof Tabled tabled && tabled.transducer.equals(transducer);
  }

  @Override
  public int hashCode() {
    return transducer.hashCode();
  }
}
