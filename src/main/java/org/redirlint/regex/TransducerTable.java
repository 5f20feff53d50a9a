package org.redirlint.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.redirlint.regex.automaton.Transductions;
import org.redirlint.regex.automaton.Transductions.Piece;

/** What a transducer does in each of its states, by ranges of bytes; worked out when it is used. */
final class TransducerTable implements Transductions.Steps {

  private final Transducer transducer;
  private final Map<Integer, List<Piece>> pieces = new ConcurrentHashMap<>();

  TransducerTable(Transducer transducer) {
    this.transducer = transducer;
  }

  /** Returns the table of a transducer; some keep their own. */
  static TransducerTable of(Transducer transducer) {
    return transducer instanceof Tabled tabled ? tabled.table() : new TransducerTable(transducer);
  }

  @Override
  public int start() {
    return transducer.start();
  }

  @Override
  public String last(int state) {
    return transducer.last(state);
  }

  @Override
  public List<Piece> pieces(int state) {
    return pieces.computeIfAbsent(state, this::read);
  }

  private List<Piece> read(int state) {
    List<Piece> read = new ArrayList<>();
    for (char c = 0; c < 256; c++) {
      Piece piece = piece(state, c);
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

  private Piece piece(int state, char c) {
    String text = transducer.written(state, c);
    int next = transducer.next(state, c);
    int last = text.length() - 1;
    return last >= 0 && text.charAt(last) == c
        ? new Piece(c, c, text.substring(0, last), true, next)
        : new Piece(c, c, text, false, next);
  }
}
