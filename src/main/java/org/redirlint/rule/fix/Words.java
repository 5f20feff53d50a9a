package org.redirlint.rule.fix;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.diagnostic.TextEdit;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/** Edits of single words of a directive, quotes left alone. */
public final class Words {

  private Words() {}

  /** Puts a word, or some, before a word. */
  public static TextEdit before(LoadedDirective directive, Argument word, String text) {
    return TextEdit.insert(file(directive), word.span().start(), text + " ");
  }

  /** Puts a word, or some, behind a word. */
  public static TextEdit after(LoadedDirective directive, Argument word, String text) {
    return TextEdit.insert(file(directive), word.span().end(), " " + text);
  }

  /** Puts another word in the place of a word. */
  public static TextEdit instead(LoadedDirective directive, Argument word, String text) {
    return new TextEdit(file(directive), word.span(), text);
  }

  /**
   * Puts a text in the place of another one that is a part of a word.
   *
   * @return nothing if the word as it is written does not hold the text exactly once
   */
  public static Optional<TextEdit> part(
      LoadedDirective directive, Argument word, String part, String instead) {
    return part(directive, word, Pattern.compile(Pattern.quote(part)), instead);
  }

  /**
   * Puts a text in the place of what matches a pattern in a word as it is written.
   *
   * @return nothing if there is not exactly one match
   */
  public static Optional<TextEdit> part(
      LoadedDirective directive, Argument word, Pattern part, String instead) {
    Matcher matcher = part.matcher(word.raw());
    if (!matcher.find()) {
      return Optional.empty();
    }
    int start = word.span().start() + matcher.start();
    Span span = new Span(start, word.span().start() + matcher.end());
    return matcher.find()
        ? Optional.empty()
        : Optional.of(new TextEdit(file(directive), span, instead));
  }

  private static SourceFile file(LoadedDirective directive) {
    return directive.origin().file();
  }
}
