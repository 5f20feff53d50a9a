package org.redirlint.regex.syntax;

import java.util.List;

/**
 * Alternatives, tried in order.
 *
 * @param branches the alternatives; at least two
 */
public record Alternation(List<Node> branches) implements Node {

  /** Copies the list. */
  public Alternation {
    branches = List.copyOf(branches);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitAlternation(this);
  }
}
