package org.redirlint.regex.automaton;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.regex.syntax.Alternation;
import org.redirlint.regex.syntax.Atomic;
import org.redirlint.regex.syntax.CharacterClass;
import org.redirlint.regex.syntax.Group;
import org.redirlint.regex.syntax.Literal;
import org.redirlint.regex.syntax.Lookaround;
import org.redirlint.regex.syntax.Node;
import org.redirlint.regex.syntax.Repetition;
import org.redirlint.regex.syntax.Sequence;

/**
 * Says without atomic groups what the most common ones mean: the choice that is not taken back is
 * the first that succeeds, so that none before it may succeed.
 */
final class Atomics {

  private Atomics() {}

  /** Returns a node that matches the same; empty if that cannot be said simply. */
  static Optional<Node> withoutChoice(Atomic atomic) {
    Node body = atomic.body();
    if (hasNoChoice(body)) {
      return Optional.of(body);
    }
    if (body instanceof Repetition repetition && repetition.mode() != Repetition.Mode.LAZY) {
      return withoutChoice(repetition);
    }
    if (body instanceof Alternation alternation
        && alternation.branches().stream().allMatch(Atomics::hasNoChoice)) {
      return Optional.of(first(alternation.branches()));
    }
    return Optional.empty();
  }

  /** Returns what a possessive repetition of single bytes means: no further byte could follow. */
  static Optional<Node> withoutChoice(Repetition repetition) {
    if (!isOneByte(repetition.body())) {
      return Optional.empty();
    }
    Node body = repetition.body();
    int maximum = repetition.maximum();
    Node stopped = new Lookaround(body, false, true);
    if (maximum == Repetition.UNBOUNDED) {
      return Optional.of(
          new Sequence(List.of(greedy(body, repetition.minimum(), maximum), stopped)));
    }
    if (maximum == repetition.minimum()) {
      return Optional.of(greedy(body, maximum, maximum));
    }
    Node fewer = greedy(body, repetition.minimum(), maximum - 1);
    return Optional.of(
        new Alternation(
            List.of(greedy(body, maximum, maximum), new Sequence(List.of(fewer, stopped)))));
  }

  private static Node greedy(Node body, int minimum, int maximum) {
    return new Repetition(body, minimum, maximum, Repetition.Mode.GREEDY);
  }

  /** Each branch, where none before it matches. */
  private static Node first(List<Node> branches) {
    List<Node> guarded = new ArrayList<>();
    List<Node> guards = new ArrayList<>();
    for (Node branch : branches) {
      List<Node> items = new ArrayList<>(guards);
      items.add(branch);
      guarded.add(new Sequence(items));
      guards.add(new Lookaround(branch, false, true));
    }
    return new Alternation(guarded);
  }

  private static boolean isOneByte(Node node) {
    return node instanceof CharacterClass
        || (node instanceof Literal literal && literal.text().length() == 1)
        || (node instanceof Group group && isOneByte(group.body()));
  }

  private static boolean hasNoChoice(Node node) {
    return node instanceof CharacterClass
        || node instanceof Literal
        || (node instanceof Sequence sequence
            && sequence.items().stream().allMatch(Atomics::hasNoChoice));
  }
}
