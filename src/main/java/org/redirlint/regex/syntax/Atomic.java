package org.redirlint.regex.syntax;

/**
 * A part whose first match is final.
 *
 * @param body the part
 */
public record Atomic(Node body) implements Node {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitAtomic(this);
  }
}
