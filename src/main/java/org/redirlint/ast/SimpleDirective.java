package org.redirlint.ast;

import java.util.List;
import org.redirlint.source.Span;

/**
 * A directive without a block.
 *
 * @param span from the name to the terminator, or to the last word where there is none
 * @param keyword the name
 * @param arguments the words after the name
 * @param comments the comments between the words
 * @param terminator what ends it: {@code ;} in nginx, nothing in httpd, where the line ends it
 */
public record SimpleDirective(
    Span span,
    Argument keyword,
    List<Argument> arguments,
    List<Comment> comments,
    String terminator)
    implements Directive {

  public SimpleDirective {
    arguments = List.copyOf(arguments);
    comments = List.copyOf(comments);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
