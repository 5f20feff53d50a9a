package org.redirlint.regex;

import java.util.function.IntFunction;

/**
 * A sequential transducer: reads a text from left to right and writes another one on the way. It
 * changes one text as well as all texts of a language, so that what a server does to a request is
 * written once.
 *
 * <p>Texts are strings of bytes, as characters from 0 to 255. From the first state, finitely many
 * states are reached.
 */
public interface Transducer extends Transformation {

  /** Returns the first state. */
  int start();

  /** Returns the state after a character. */
  int next(int state, char character);

  /** Returns what is written at a character. */
  String written(int state, char character);

  /** Returns what is written at the end of the text. */
  default String last(int state) {
    return "";
  }

  @Override
  default String apply(String text) {
    StringBuilder changed = new StringBuilder(text.length() + 16);
    int state = start();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      changed.append(written(state, character));
      state = next(state, character);
    }
    return changed.append(last(state)).toString();
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
