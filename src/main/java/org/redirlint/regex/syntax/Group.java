package org.redirlint.regex.syntax;

/**
 * A capturing group.
 *
 * @param number its number, 1-based
 * @param body what it captures
 */
public record Group(int number, Node body) implements Node {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitGroup(this);
  }
}
