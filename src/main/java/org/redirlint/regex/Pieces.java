package org.redirlint.regex;

import java.util.ArrayList;
import java.util.List;
import org.redirlint.regex.automaton.Transductions.Piece;

/** What the states of transducers do, by ranges of bytes. */
public final class Pieces {

  private static final char LAST = 255;

  private Pieces() {}

  /** Returns the one thing a state does at all bytes, but for the byte that it may write. */
  public static List<Piece> same(String text, boolean copies, int next) {
    return List.of(new Piece((char) 0, LAST, text, copies, next));
  }

  /**
   * Returns what a state does at one byte, and what it does at all others.
   *
   * @param one the byte
   * @param at the same for it alone
   * @param others the same for all others, as for all bytes
   */
  public static List<Piece> apart(char one, List<Piece> at, List<Piece> others) {
    Piece own = at.get(0);
    Piece rest = others.get(0);
    return List.of(
        ending(rest, (char) (one - 1)),
        new Piece(one, one, own.text(), own.copies(), own.next()),
        new Piece((char) (one + 1), LAST, rest.text(), rest.copies(), rest.next()));
  }

  /** Writes what a transducer does for a text, and returns the state it is in then. */
  static int write(Transducer transducer, String text, StringBuilder written) {
    int state = transducer.start();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      written.append(transducer.written(state, character));
      state = transducer.next(state, character);
    }
    return state;
  }

  /** Asks a transducer what it does at each byte. */
  static List<Piece> read(Transducer transducer, int state) {
    List<Piece> read = new ArrayList<>();
    Piece piece =
        piece(transducer.written(state, (char) 0), (char) 0, transducer.next(state, (char) 0));
    for (char c = 1; c <= LAST; c++) {
      String written = transducer.written(state, c);
      int next = transducer.next(state, c);
      if (piece.next() != next || !isWritten(piece, written, c)) {
        read.add(ending(piece, (char) (c - 1)));
        piece = piece(written, c, next);
      }
    }
    read.add(ending(piece, LAST));
    return List.copyOf(read);
  }

  /** Tells whether a text is what a piece writes at a byte, in the same way. */
  private static boolean isWritten(Piece piece, String written, char c) {
    int length = piece.text().length();
    return copies(written, c) == piece.copies()
        && written.length() == length + (piece.copies() ? 1 : 0)
        && written.startsWith(piece.text());
  }

  private static boolean copies(String written, char c) {
    return !written.isEmpty() && written.charAt(written.length() - 1) == c;
  }

  private static Piece piece(String written, char c, int next) {
    boolean copies = copies(written, c);
    String text = copies ? written.substring(0, written.length() - 1) : written;
    return new Piece(c, c, text, copies, next);
  }

  private static Piece ending(Piece piece, char last) {
    return new Piece(piece.first(), last, piece.text(), piece.copies(), piece.next());
  }
}
