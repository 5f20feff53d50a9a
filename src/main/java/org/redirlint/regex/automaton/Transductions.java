package org.redirlint.regex.automaton;

import java.util.Arrays;
import java.util.List;

/** What a transducer makes of all texts of an automaton, and what it makes them of. */
public final class Transductions {

  private Transductions() {}

  /** A sequential transducer, as the automata see it. */
  public interface Steps {

    /** Returns the first state. */
    int start();

    /** Returns what a state does at each byte, in ascending order; together all bytes. */
    List<Piece> pieces(int state);

    /** Returns what is written at the end. */
    String last(int state);
  }

  /**
   * What is done at a range of bytes.
   *
   * @param first the lowest byte
   * @param last the highest
   * @param text what is written
   * @param copies whether the byte itself is written behind that
   * @param next the state afterwards
   */
  public record Piece(char first, char last, String text, boolean copies, int next) {}

  /** Steps may be negative numbers. */
  private static long place(int state, int step) {
    return (long) state << 32 | (step & 0xFFFFFFFFL);
  }

  private static int state(long place) {
    return (int) (place >>> 32);
  }

  private static int step(long place) {
    return (int) place;
  }

  /** Returns what is made of the texts. */
  public static Automaton image(Automaton texts, Steps steps) {
    Nfa nfa = new Nfa();
    Written written = new Written(nfa);
    Numbering numbers = new Numbering();
    int end = nfa.state();
    nfa.accept(end);
    numbers.of(place(0, steps.start()));
    int[] states = new int[16];
    states[0] = nfa.state();
    for (int number = 0; number < numbers.size(); number++) {
      int state = state(numbers.state(number));
      int step = step(numbers.state(number));
      int from = states[number];
      if (texts.accepts(state)) {
        nfa.silent(written.behind(from, steps.last(step)), end);
      }
      List<Piece> pieces = steps.pieces(step);
      int at = 0;
      for (int way = texts.begin(state); way < texts.end(state); way++) {
        while (pieces.get(at).last() < texts.first(way)) {
          at++;
        }
        for (int i = at; i < pieces.size() && pieces.get(i).first() <= texts.last(way); i++) {
          Piece piece = pieces.get(i);
          int known = numbers.size();
          int next = numbers.of(place(texts.target(way), piece.next()));
          if (next == known) {
            states = next < states.length ? states : Arrays.copyOf(states, 2 * next);
            states[next] = nfa.state();
          }
          char first = (char) Math.max(piece.first(), texts.first(way));
          char last = (char) Math.min(piece.last(), texts.last(way));
          written.add(from, piece, first, last, states[next]);
        }
      }
    }
    return nfa.determinize(states[0]);
  }

  /** Returns the texts of which one of the given texts is made. */
  public static Automaton preimage(Automaton made, Steps steps) {
    return Machine.explore(new Backwards(made, steps), new Budget());
  }

  /** Reads a text, and follows what is written in the automaton of what is to be made. */
  private record Backwards(Automaton made, Steps steps) implements Machine {

    @Override
    public long start() {
      return place(0, steps.start());
    }

    @Override
    public boolean accepts(long place) {
      int state = made.follow(state(place), steps.last(step(place)));
      return state != Automaton.NOWHERE && made.accepts(state);
    }

    @Override
    public void edges(long place, Edges edges) {
      for (Piece piece : steps.pieces(step(place))) {
        int state = made.follow(state(place), piece.text());
        if (state == Automaton.NOWHERE) {
          continue;
        }
        if (!piece.copies()) {
          edges.add(piece.first(), piece.last(), place(state, piece.next()));
          continue;
        }
        for (int way = made.begin(state); way < made.end(state); way++) {
          int first = Math.max(piece.first(), made.first(way));
          int last = Math.min(piece.last(), made.last(way));
          if (first <= last) {
            edges.add(first, last, place(made.target(way), piece.next()));
          }
        }
      }
    }
  }
}
