package org.redirlint.parse;

import java.util.Locale;
import java.util.stream.Collectors;
import org.redirlint.ast.Argument;
import org.redirlint.ast.BlockDirective;
import org.redirlint.ast.Comment;
import org.redirlint.ast.Directive;
import org.redirlint.ast.Document;
import org.redirlint.ast.Malformed;
import org.redirlint.ast.Node;
import org.redirlint.ast.SimpleDirective;
import org.redirlint.source.Position;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/** Shows a tree: one node a line, with its place, its kind and its words. */
final class TreeText implements Node.Visitor<String> {

  private final SourceFile source;
  private final String indent;

  private TreeText(SourceFile source, String indent) {
    this.source = source;
    this.indent = indent;
  }

  static String of(Document document) {
    TreeText text = new TreeText(document.source(), "");
    return document.nodes().stream().map(node -> node.accept(text)).collect(Collectors.joining());
  }

  @Override
  public String visit(SimpleDirective directive) {
    return line(directive.span(), "directive", words(directive));
  }

  @Override
  public String visit(BlockDirective directive) {
    TreeText inside = new TreeText(source, indent + "  ");
    return line(directive.span(), "block", words(directive))
        + directive.body().stream().map(node -> node.accept(inside)).collect(Collectors.joining());
  }

  @Override
  public String visit(Comment comment) {
    return line(comment.span(), "comment", quote(comment.raw()));
  }

  @Override
  public String visit(Malformed malformed) {
    return line(malformed.span(), "malformed", quote(malformed.raw()));
  }

  private String words(Directive directive) {
    String arguments =
        directive.arguments().stream().map(TreeText::word).collect(Collectors.joining(" "));
    String comments =
        directive.comments().stream()
            .map(comment -> " (comment " + quote(comment.raw()) + ")")
            .collect(Collectors.joining());
    return word(directive.keyword()) + (arguments.isEmpty() ? "" : " " + arguments) + comments;
  }

  private static String word(Argument argument) {
    String kind = argument.quoting().name().toLowerCase(Locale.ROOT);
    return (kind.equals("bare") ? "" : kind + ":") + quote(argument.value());
  }

  private String line(Span span, String kind, String text) {
    Position start = source.position(span.start());
    Position end = source.position(span.end());
    return "%s%d:%d-%d:%d %s %s\n"
        .formatted(indent, start.line(), start.column(), end.line(), end.column(), kind, text);
  }

  private static String quote(String bytes) {
    String text =
        SourceFile.readable(bytes)
            .replace("\\", "\\\\")
            .replace("\r", "\\r")
            .replace("\n", "\\n")
            .replace("\t", "\\t");
    return '"' + text + '"';
  }
}
