package org.redirlint.semantics.httpd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redirlint.regex.Transducer;
import org.redirlint.regex.automaton.Transductions.Piece;

/** What transducers say of ranges of bytes is what they do at each byte. */
class PiecesTest {

  private static final int STATES = 8;

  static Stream<Transducer> transducers() {
    return Stream.of(
        Paths.FILE,
        new NameEnd(0, true),
        new NameEnd(0, false),
        new NameEnd(5, true),
        new NameEnd(5, false));
  }

  @ParameterizedTest
  @MethodSource("transducers")
  void rangesSayWhatEachByteDoes(Transducer transducer) {
    int state = transducer.start();
    for (int step = 0; step < STATES; step++) {
      assertSame(transducer, state);
      state = transducer.next(state, step % 3 == 2 ? '/' : 'a');
    }
    assertSame(transducer, transducer.next(state, '/'));
  }

  private static void assertSame(Transducer transducer, int state) {
    List<Piece> pieces = transducer.pieces(state);
    assertThat(pieces.get(0).first()).isEqualTo((char) 0);
    assertThat(pieces.get(pieces.size() - 1).last()).isEqualTo((char) 255);
    int next = 0;
    for (Piece piece : pieces) {
      assertThat((int) piece.first()).isEqualTo(next);
      next = piece.last() + 1;
      for (char c = piece.first(); c <= piece.last(); c++) {
        assertThat(piece.text() + (piece.copies() ? c : ""))
            .as(transducer + " in state " + state + " at " + (int) c)
            .isEqualTo(transducer.written(state, c));
        assertThat(piece.next()).isEqualTo(transducer.next(state, c));
      }
    }
  }
}
