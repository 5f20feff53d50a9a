package org.redirlint.ast;

import org.redirlint.source.Span;

/**
 * A comment.
 *
 * @param span its place
 * @param raw its text from {@code #} on, without the line break
 */
public record Comment(Span span, String raw) implements Node {

  /** Returns what the comment says: its text without {@code #} and the white space around. */
  public String text() {
    return raw.replaceFirst("^#+", "").strip();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
