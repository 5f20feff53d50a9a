package org.redirlint.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redirlint.regex.Transducer;
import org.redirlint.regex.automaton.Transductions.Piece;

/** One transducer behind another, as one; it knows the pairs of states it has come to. */
final class Composition implements Transducer {

  private final Transducer inner;
  private final Transducer outer;
  private final Map<Pair, Integer> numbers = new HashMap<>();
  private final List<Pair> pairs = new ArrayList<>();

  /**
   * Puts one behind the other.
   *
   * @param inner what changes a text first
   * @param outer what changes that
   */
  Composition(Transducer inner, Transducer outer) {
    this.inner = inner;
    this.outer = outer;
  }

  private record Pair(int inner, int outer) {}

  private int number(Pair pair) {
    Integer known = numbers.putIfAbsent(pair, pairs.size());
    if (known != null) {
      return known;
    }
    pairs.add(pair);
    return pairs.size() - 1;
  }

  @Override
  public int start() {
    return number(new Pair(inner.start(), outer.start()));
  }

  @Override
  public int next(int state, char character) {
    Pair pair = pairs.get(state);
    int at = pair.outer();
    String text = inner.written(pair.inner(), character);
    for (int i = 0; i < text.length(); i++) {
      at = outer.next(at, text.charAt(i));
    }
    return number(new Pair(inner.next(pair.inner(), character), at));
  }

  @Override
  public String written(int state, char character) {
    Pair pair = pairs.get(state);
    return read(pair.outer(), inner.written(pair.inner(), character), false);
  }

  @Override
  public List<Piece> pieces(int state) {
    Pair pair = pairs.get(state);
    List<Piece> pieces = new ArrayList<>();
    for (Piece read : inner.pieces(pair.inner())) {
      String written = read(pair.outer(), read.text(), false);
      int at = pair.outer();
      for (int i = 0; i < read.text().length(); i++) {
        at = outer.next(at, read.text().charAt(i));
      }
      if (read.copies()) {
        addCopied(read, written, outer.pieces(at), pieces);
      } else {
        int next = number(new Pair(read.next(), at));
        pieces.add(new Piece(read.first(), read.last(), written, false, next));
      }
    }
    return pieces;
  }

  private void addCopied(Piece read, String before, List<Piece> then, List<Piece> pieces) {
    for (Piece piece : then) {
      char first = (char) Math.max(read.first(), piece.first());
      char last = (char) Math.min(read.last(), piece.last());
      if (first <= last) {
        int next = number(new Pair(read.next(), piece.next()));
        pieces.add(new Piece(first, last, before + piece.text(), piece.copies(), next));
      }
    }
  }

  @Override
  public String last(int state) {
    Pair pair = pairs.get(state);
    return read(pair.outer(), inner.last(pair.inner()), true);
  }

  private String read(int from, String text, boolean ends) {
    StringBuilder written = new StringBuilder();
    int at = from;
    for (int i = 0; i < text.length(); i++) {
      written.append(outer.written(at, text.charAt(i)));
      at = outer.next(at, text.charAt(i));
    }
    return written + (ends ? outer.last(at) : "");
  }
}
