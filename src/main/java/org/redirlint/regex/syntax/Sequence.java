package org.redirlint.regex.syntax;

import java.util.List;

/**
 * Parts that follow each other.
 *
 * @param items the parts; none is the empty text
 */
public record Sequence(List<Node> items) implements Node {

  /** The empty text. */
  public static final Sequence EMPTY = new Sequence(List.of());

  /** Copies the list. */
  public Sequence {
    items = List.copyOf(items);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitSequence(this);
  }
}
