package org.redirlint.ast;

import org.redirlint.source.Span;

/**
 * A part of a file that the server's grammar does not allow; a problem tells why.
 *
 * @param span its place
 * @param raw its text in the file
 */
public record Malformed(Span span, String raw) implements Node {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
