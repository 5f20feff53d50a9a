package org.redirlint.ast;

import java.util.List;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/**
 * Writes a tree as the text it was read from.
 *
 * <p>Words, delimiters, comments and malformed parts come out of the nodes; only what stands
 * between them is taken from the file, and that may be nothing but white space and joined lines. A
 * tree that has lost a word therefore cannot be printed.
 */
public final class Printer implements Node.Visitor<Void> {

  private final SourceFile source;
  private final StringBuilder printed;
  private int reached;

  private Printer(SourceFile source) {
    this.source = source;
    this.printed = new StringBuilder(source.text().length());
  }

  /**
   * Returns the document's text, one character for each byte.
   *
   * @throws IllegalArgumentException if the tree does not hold all words of its file, in order
   */
  public static String print(Document document) {
    Printer printer = new Printer(document.source());
    int mark = document.source().byteOrderMarkLength();
    printer.put(new Span(0, mark), document.source().text().substring(0, mark));
    printer.putAll(document.nodes());
    printer.gap(document.source().text().length());
    return printer.printed.toString();
  }

  @Override
  public Void visit(SimpleDirective directive) {
    putHeader(directive);
    int end = directive.span().end();
    int length = directive.terminator().length();
    return put(new Span(end - length, end), directive.terminator());
  }

  @Override
  public Void visit(BlockDirective directive) {
    putHeader(directive);
    put(directive.opening().span(), directive.opening().raw());
    putAll(directive.body());
    return put(directive.closing().span(), directive.closing().raw());
  }

  @Override
  public Void visit(Comment comment) {
    return put(comment.span(), comment.raw());
  }

  @Override
  public Void visit(Malformed malformed) {
    return put(malformed.span(), malformed.raw());
  }

  private void putAll(List<Node> nodes) {
    nodes.forEach(node -> node.accept(this));
  }

  private void putHeader(Directive directive) {
    put(directive.keyword());
    int comment = 0;
    List<Comment> comments = directive.comments();
    for (Argument argument : directive.arguments()) {
      while (comment < comments.size()
          && comments.get(comment).span().start() < argument.span().start()) {
        visit(comments.get(comment++));
      }
      put(argument);
    }
    while (comment < comments.size()) {
      visit(comments.get(comment++));
    }
  }

  private void put(Argument argument) {
    put(argument.span(), argument.raw());
  }

  @SuppressWarnings("NullAway") // Void has no other value.
  private Void put(Span span, String raw) {
    gap(span.start());
    if (raw.length() != span.length()) {
      throw new IllegalArgumentException(span + " is not the place of: " + raw);
    }
    printed.append(raw);
    reached = span.end();
    return null;
  }

  private void gap(int end) {
    if (end < reached) {
      throw new IllegalArgumentException("nodes overlap at offset " + end + " of " + source);
    }
    for (int i = reached; i < end; i++) {
      if (" \t\r\n\f\u000B\\".indexOf(source.text().charAt(i)) < 0) {
        throw new IllegalArgumentException("no node holds offset " + i + " of " + source);
      }
    }
    printed.append(source.text(), reached, end);
    reached = end;
  }
}
