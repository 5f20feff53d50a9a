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
    for (char c = 0; c <= LAST; c++) {
      Piece piece = piece(transducer, state, c);
      Piece before = read.isEmpty() ? piece : read.get(read.size() - 1);
      boolean joins =
          !read.isEmpty()
              && before.next() == piece.next()
              && before.copies() == piece.copies()
              && before.text().equals(piece.text());
      if (joins) {
        read.set(
            read.size() - 1,
            new Piece(before.first(), c, piece.text(), piece.copies(), piece.next()));
      } else {
        read.add(piece);
      }
    }
    return List.copyOf(read);
  }

  private static Piece piece(Transducer transducer, int state, char c) {
    String text = transducer.written(state, c);
    int next = transducer.next(state, c);
    int last = text.length() - 1;
    return last >= 0 && text.charAt(last) == c
        ? new Piece(c, c, text.substring(0, last), true, next)
        : new Piece(c, c, text, false, next);
  }
}
