package org.redirlint.regex.automaton;

import java.util.HashMap;
import java.util.Map;
import org.redirlint.regex.automaton.Transductions.Piece;

/**
 * The ways on which a transducer writes. Texts that are written in one state and begin alike share
 * their beginnings: a state that writes {@code %00} to {@code %FF} needs no state for each.
 */
final class Written {

  private final Nfa nfa;

  /** Where a text leads that goes on with a character, by the state and the character. */
  private final Map<Long, Integer> shared = new HashMap<>();

  Written(Nfa nfa) {
    this.nfa = nfa;
  }

  /** Adds the way of a range of bytes. */
  void add(int from, Piece piece, char first, char last, int to) {
    String text = piece.text();
    if (piece.copies()) {
      nfa.edge(behind(from, text), first, last, to);
    } else if (text.isEmpty()) {
      nfa.silent(from, to);
    } else {
      char end = text.charAt(text.length() - 1);
      nfa.edge(behind(from, text.substring(0, text.length() - 1)), end, end, to);
    }
  }

  /** Returns the state in which a text has been written. */
  int behind(int from, String text) {
    int at = from;
    for (int i = 0; i < text.length(); i++) {
      at = behind(at, text.charAt(i));
    }
    return at;
  }

  private int behind(int from, char character) {
    long key = (long) from << Character.SIZE | character;
    Integer known = shared.get(key);
    if (known != null) {
      return known;
    }
    int next = nfa.state();
    nfa.edge(from, character, character, next);
    shared.put(key, next);
    return next;
  }
}
