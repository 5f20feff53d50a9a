package org.redirlint.regex;

import java.util.List;
import java.util.function.IntFunction;
import org.redirlint.regex.automaton.Transductions;
import org.redirlint.regex.automaton.Transductions.Piece;

/**
 * A sequential transducer: reads a text from left to right and writes another one on the way. It
 * changes one text as well as all texts of a language, so that what a server does to a request is
 * written once.
 *
 * <p>Texts are strings of bytes, as characters from 0 to 255. From the first state, finitely many
 * states are reached.
 */
public interface Transducer extends Transformation, Transductions.Steps {

  /** Returns the first state. */
  @Override
  int start();

  /** Returns the state after a character. */
  int next(int state, char character);

  /** Returns what is written at a character. */
  String written(int state, char character);

  /** Returns what a state does at each byte, by ranges in ascending order. */
  @Override
  default List<Piece> pieces(int state) {
    return Pieces.read(this, state);
  }

  /** Returns what is written at the end of the text. */
  @Override
  default String last(int state) {
    return "";
  }

  @Override
  default String apply(String text) {
    StringBuilder changed = new StringBuilder(text.length() + 16);
    return changed.append(last(Pieces.write(this, text, changed))).toString();
  }

  /** Returns what is written for the beginning of a text, whatever comes then. */
  default String begin(String start) {
    StringBuilder changed = new StringBuilder(start.length() + 16);
    Pieces.write(this, start, changed);
    return changed.toString();
  }

  /** Returns the transducer that writes a text for each character, whatever stands before it. */
  static Transducer ofEach(IntFunction<String> written) {
    String[] table = new String[256];
    for (int character = 0; character < table.length; character++) {
      table[character] = written.apply(character);
    }
    return tabled(new Substitution(table));
  }

  /** Returns a transducer that keeps what is worked out of it: one that languages meet often. */
  static Transducer tabled(Transducer transducer) {
    return transducer instanceof Tabled ? transducer : new Tabled(transducer);
  }

  /** Returns the transducer that leaves out the first characters. */
  static Transducer without(int first) {
    return new Cut(first, false);
  }

  /** Returns the transducer that leaves out all but the first characters. */
  static Transducer only(int first) {
    return new Cut(first, true);
  }

  /** Returns the transducer that leaves out the first of some characters and all behind it. */
  static Transducer until(String ends) {
    return new Until(ends);
  }

  /** Returns the transducer that leaves out all before the first of some characters. */
  static Transducer from(String starts) {
    return new From(starts);
  }

  /** Returns the transducer that puts every text between two others. */
  static Transducer between(String before, String after) {
    return new Between(before, after);
  }

  /** Returns the transducer that writes a text before every text but the empty one. */
  static Transducer before(String separator) {
    return new Separator(separator, "");
  }

  /** Returns the transducer that writes a text before every text; another for the empty one. */
  static Transducer before(String separator, String forEmpty) {
    return new Separator(separator, forEmpty);
  }
}
