package org.redirlint.regex.automaton;

import java.util.List;
import org.redirlint.regex.syntax.Alternation;
import org.redirlint.regex.syntax.Anchor;
import org.redirlint.regex.syntax.ByteSet;
import org.redirlint.regex.syntax.CharacterClass;
import org.redirlint.regex.syntax.Literal;
import org.redirlint.regex.syntax.Lookaround;
import org.redirlint.regex.syntax.Node;
import org.redirlint.regex.syntax.Repetition;
import org.redirlint.regex.syntax.Sequence;

/**
 * Where assertions hold. An assertion is a set of texts with {@link Alphabet#HERE} at the place it
 * speaks of; it is given as pairs of what stands before and behind that place.
 */
final class Assertions {

  private static final Node NOTHING = Sequence.EMPTY;
  private static final Node ANYTHING = repeat(ByteSet.ALL, 0);
  private static final ByteSet WORD = ByteSet.of("09AZ__az");
  private static final Node LINE_FEED = new Literal("\n");
  private static final Node BEHIND_WORD = before(new CharacterClass(WORD));
  private static final Node BEFORE_WORD = after(new CharacterClass(WORD));
  private static final Node BEHIND_NO_WORD = edge(before(new CharacterClass(WORD.complement())));
  private static final Node BEFORE_NO_WORD = edge(after(new CharacterClass(WORD.complement())));

  private Assertions() {}

  /**
   * What stands around a place.
   *
   * @param before what stands before it, from the beginning of the text
   * @param behind what stands behind it, up to the end
   */
  record Surroundings(Node before, Node behind) {}

  static List<Surroundings> of(Anchor.Place place) {
    return switch (place) {
      case START -> List.of(new Surroundings(NOTHING, ANYTHING));
      case END -> List.of(new Surroundings(ANYTHING, NOTHING));
      case LAST_LINE_END ->
          List.of(new Surroundings(ANYTHING, NOTHING), new Surroundings(ANYTHING, LINE_FEED));
      case LINE_START ->
          List.of(
              new Surroundings(NOTHING, ANYTHING),
              new Surroundings(before(LINE_FEED), repeat(ByteSet.ALL, 1)));
      case LINE_END ->
          List.of(
              new Surroundings(ANYTHING, NOTHING), new Surroundings(ANYTHING, after(LINE_FEED)));
      case WORD_EDGE ->
          List.of(
              new Surroundings(BEHIND_NO_WORD, BEFORE_WORD),
              new Surroundings(BEHIND_WORD, BEFORE_NO_WORD));
      case NO_WORD_EDGE ->
          List.of(
              new Surroundings(BEHIND_NO_WORD, BEFORE_NO_WORD),
              new Surroundings(BEHIND_WORD, BEFORE_WORD));
    };
  }

  static Surroundings of(Lookaround lookaround) {
    return lookaround.behind()
        ? new Surroundings(before(lookaround.body()), ANYTHING)
        : new Surroundings(ANYTHING, after(lookaround.body()));
  }

  /**
   * Returns the marked texts in which an assertion's marker stands only where the assertion holds;
   * other markers may stand anywhere.
   *
   * @param holds the texts with {@link Alphabet#HERE}
   * @param negative whether the assertion is that the place is none of those
   */
  static Automaton valid(Automaton holds, boolean negative, char marker) {
    Automaton wrong = negative ? holds : Automata.difference(everyPlace(), holds);
    Nfa nfa = new Nfa();
    int start = nfa.state();
    nfa.copy(
            wrong,
            start,
            (from, edge) -> {
              boolean here = edge.first() == Alphabet.HERE;
              nfa.edge(from, here ? marker : edge.first(), here ? marker : edge.last(), edge.to());
            })
        .forEach(nfa::accept);
    for (int state = 0; state < nfa.size(); state++) {
      nfa.edge(state, Alphabet.FIRST_MARKER, Alphabet.LAST_MARKER, state);
    }
    return Automata.difference(Automata.allMarked(), nfa.determinize(start));
  }

  /** Returns every text with one place. */
  private static Automaton everyPlace() {
    Nfa nfa = new Nfa();
    int before = nfa.state();
    int behind = nfa.state();
    nfa.edge(before, (char) 0, Alphabet.LAST_BYTE, before);
    nfa.edge(before, Alphabet.HERE, Alphabet.HERE, behind);
    nfa.edge(behind, (char) 0, Alphabet.LAST_BYTE, behind);
    nfa.accept(behind);
    return nfa.determinize(before);
  }

  private static Node before(Node node) {
    return new Sequence(List.of(ANYTHING, node));
  }

  private static Node after(Node node) {
    return new Sequence(List.of(node, ANYTHING));
  }

  private static Node edge(Node node) {
    return new Alternation(List.of(NOTHING, node));
  }

  private static Node repeat(ByteSet bytes, int minimum) {
    return new Repetition(
        new CharacterClass(bytes), minimum, Repetition.UNBOUNDED, Repetition.Mode.GREEDY);
  }
}
