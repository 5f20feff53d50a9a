package org.redirlint.ast;

import java.util.List;
import org.redirlint.source.Span;

/**
 * A block directive of nginx, or a section of httpd.
 *
 * @param span from the name to the closing delimiter
 * @param keyword the name
 * @param arguments the words after the name
 * @param comments the comments between the words
 * @param opening what begins the body: <code>{</code>, or the <code>&gt;</code> of a section
 * @param body what the block holds, in the file's order
 * @param closing what ends the body: <code>}</code>, or a section's closing tag; empty where it is
 *     missing
 */
public record BlockDirective(
    Span span,
    Argument keyword,
    List<Argument> arguments,
    List<Comment> comments,
    Delimiter opening,
    List<Node> body,
    Delimiter closing)
    implements Directive {

  public BlockDirective {
    arguments = List.copyOf(arguments);
    comments = List.copyOf(comments);
    body = List.copyOf(body);
  }

  /** Returns the place of the name, the arguments and the opening delimiter. */
  public Span header() {
    return keyword().span().to(opening.span());
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }

  /**
   * What begins or ends a body.
   *
   * @param span its place
   * @param raw its text in the file
   */
  public record Delimiter(Span span, String raw) {}
}
