package org.redirlint.rule.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.diagnostic.TextEdit;
import org.redirlint.rule.Project;
import org.redirlint.source.Origin;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/** Edits of whole lines. */
public final class Lines {

  private Lines() {}

  /**
   * Makes comments of a directive's lines, and of those of the conditions that speak of it.
   *
   * @return nothing if something else stands in one of its lines
   */
  public static Optional<List<TextEdit>> commentOut(LoadedDirective at, Project project) {
    List<LoadedDirective> directives = new ArrayList<>(project.conditionsOf(at.origin()));
    directives.add(at);
    List<TextEdit> edits = new ArrayList<>();
    for (LoadedDirective directive : directives) {
      SourceFile file = directive.origin().file();
      Span span = directive.origin().span();
      if (!standsAlone(file.text(), span)) {
        return Optional.empty();
      }
      for (int start = span.start(); start < span.end(); start = nextLine(file.text(), start)) {
        if (!isBlankLine(file.text(), start)) {
          edits.add(TextEdit.insert(file, start, "# "));
        }
      }
    }
    return Optional.of(edits);
  }

  /** Puts a line above that of a directive, with the same indentation and line break. */
  public static TextEdit above(Origin directive, String line) {
    String text = directive.file().text();
    int start = directive.span().start();
    int indented = start;
    while (indented > 0 && isBlank(text.charAt(indented - 1))) {
      indented--;
    }
    int end = text.indexOf('\n');
    String lineBreak = end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
    return TextEdit.insert(
        directive.file(), start, line + lineBreak + text.substring(indented, start));
  }

  /** Takes a comment out, and its line where nothing else stands in it. */
  public static TextEdit removeComment(Origin comment) {
    String text = comment.file().text();
    Span span = comment.span();
    int start = span.start();
    while (start > 0 && isBlank(text.charAt(start - 1))) {
      start--;
    }
    int end = Math.min(lineEnd(text, span.end()) + 1, text.length());
    boolean alone = standsAlone(text, span);
    return new TextEdit(
        comment.file(), alone ? new Span(start, end) : new Span(start, span.end()), "");
  }

  private static boolean standsAlone(String text, Span span) {
    int start = span.start() - 1;
    while (start >= 0 && isBlank(text.charAt(start))) {
      start--;
    }
    return (start < 0 || text.charAt(start) == '\n')
        && text.substring(span.end(), lineEnd(text, span.end())).isBlank();
  }

  /** Returns where the text of the next line begins. */
  private static int nextLine(String text, int offset) {
    int start = Math.min(lineEnd(text, offset) + 1, text.length());
    while (start < text.length() && isBlank(text.charAt(start))) {
      start++;
    }
    return start;
  }

  private static int lineEnd(String text, int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end;
  }

  private static boolean isBlankLine(String text, int start) {
    return text.substring(start, lineEnd(text, start)).isBlank();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
