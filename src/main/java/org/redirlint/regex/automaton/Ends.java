package org.redirlint.regex.automaton;

import java.util.List;
import org.redirlint.regex.syntax.Alternation;
import org.redirlint.regex.syntax.Anchor;
import org.redirlint.regex.syntax.ByteSet;
import org.redirlint.regex.syntax.CharacterClass;
import org.redirlint.regex.syntax.Group;
import org.redirlint.regex.syntax.Node;
import org.redirlint.regex.syntax.Repetition;
import org.redirlint.regex.syntax.Sequence;

/**
 * A pattern without the anchors at its ends, which say where it can stand. Most patterns have no
 * other assertions, and need no markers then.
 *
 * @param atStart whether it stands at the beginning of the text
 * @param between the pattern between its anchors
 * @param end where it ends
 */
record Ends(boolean atStart, Node between, End end) {

  /** Where a pattern ends. */
  enum End {
    /** Anywhere. */
    ANYWHERE,
    /** At the end of the text. */
    LAST,
    /** At the end of the text, or before a line feed there. */
    LAST_LINE
  }

  /** Returns the alternatives a pattern consists of. */
  static List<Node> branches(Node root) {
    return root instanceof Alternation alternation ? alternation.branches() : List.of(root);
  }

  static Ends of(Node node) {
    List<Node> items = node instanceof Sequence sequence ? sequence.items() : List.of(node);
    int first = 0;
    int behind = items.size();
    while (first < behind && isAt(items.get(first), Anchor.Place.START)) {
      first++;
    }
    End end = End.ANYWHERE;
    if (first < behind) {
      end = end(items.get(behind - 1));
      behind -= end == End.ANYWHERE ? 0 : 1;
    }
    return new Ends(first > 0, new Sequence(items.subList(first, behind)), end);
  }

  /**
   * Returns the bytes that can stand before a match that begins anywhere: a pattern that begins
   * with any number of some bytes would have begun with one more of them.
   */
  ByteSet preceding() {
    Node first = between;
    while (true) {
      if (first instanceof Sequence sequence && !sequence.items().isEmpty()) {
        first = sequence.items().get(0);
      } else if (first instanceof Group group) {
        first = group.body();
      } else {
        return others(first);
      }
    }
  }

  /**
   * Returns the bytes that can follow a match that ends anywhere: one that ends with as many as
   * possible of some bytes is followed by none of these.
   *
   * @param omitted the number of a group that is left out
   */
  ByteSet following(int omitted) {
    Node last = between;
    while (true) {
      if (last instanceof Sequence sequence && !sequence.items().isEmpty()) {
        last = sequence.items().get(sequence.items().size() - 1);
      } else if (last instanceof Group group && group.number() != omitted) {
        last = group.body();
      } else {
        return last instanceof Repetition repetition && repetition.mode() != Repetition.Mode.LAZY
            ? others(last)
            : ByteSet.ALL;
      }
    }
  }

  /** Returns the bytes of which a part does not take any number; all where it is no such part. */
  private static ByteSet others(Node part) {
    return part instanceof Repetition repetition
            && repetition.maximum() == Repetition.UNBOUNDED
            && repetition.body() instanceof CharacterClass one
        ? one.bytes().complement()
        : ByteSet.ALL;
  }

  private static End end(Node last) {
    return isAt(last, Anchor.Place.END)
        ? End.LAST
        : isAt(last, Anchor.Place.LAST_LINE_END) ? End.LAST_LINE : End.ANYWHERE;
  }

  private static boolean isAt(Node node, Anchor.Place place) {
    return node instanceof Anchor anchor && anchor.place() == place;
  }
}
