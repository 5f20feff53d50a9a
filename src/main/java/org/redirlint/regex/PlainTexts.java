package org.redirlint.regex;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redirlint.regex.syntax.Anchor;
import org.redirlint.regex.syntax.Literal;
import org.redirlint.regex.syntax.Node;
import org.redirlint.regex.syntax.Sequence;

/** Recognises a pattern for one text, such as {@code ^/old\.html$}: it needs no automaton. */
final class PlainTexts {

  private PlainTexts() {}

  /** Returns the texts a pattern matches, if it is one text between two anchors. */
  static Optional<Set<String>> of(Node root) {
    List<Node> items = root instanceof Sequence sequence ? sequence.items() : List.of(root);
    int last = items.size() - 1;
    if (last < 1 || !(items.get(0) instanceof Anchor start && is(start, Anchor.Place.START))) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (Node item : items.subList(1, last)) {
      if (!(item instanceof Literal literal)) {
        return Optional.empty();
      }
      text.append(literal.text());
    }
    if (!(items.get(last) instanceof Anchor end)) {
      return Optional.empty();
    }
    return is(end, Anchor.Place.END)
        ? Optional.of(Set.of(text.toString()))
        : is(end, Anchor.Place.LAST_LINE_END)
            ? Optional.of(Set.of(text.toString(), text + "\n"))
            : Optional.empty();
  }

  private static boolean is(Anchor anchor, Anchor.Place place) {
    return anchor.place() == place;
  }
}
