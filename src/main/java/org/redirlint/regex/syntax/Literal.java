package org.redirlint.regex.syntax;

/**
 * Bytes that stand for themselves.
 *
 * @param text the bytes, one character each; at least one
 */
public record Literal(String text) implements Node {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitLiteral(this);
  }
}
