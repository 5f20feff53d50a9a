package org.redirlint.parse.tree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/**
 * A file whose first words say that it is written in a language of neither server.
 *
 * @param name what the language is called
 * @param tag the place of these words
 */
public record OtherLanguage(String name, Span tag) {

  /** To httpd this is a section that is never closed, and to nginx an unknown directive. */
  private static final Pattern TAG =
      Pattern.compile("\\s*(<\\?(?<name>php|xml|=))(?=[\\s$'\"(\\w]|\\z)");

  /** Returns the language of a file that is not a configuration; empty if it may be one. */
  public static Optional<OtherLanguage> of(SourceFile source) {
    String text = source.text();
    Matcher matcher = TAG.matcher(text).region(source.byteOrderMarkLength(), text.length());
    return matcher.lookingAt()
        ? Optional.of(
            new OtherLanguage(
                matcher.group("name").equals("xml") ? "XML" : "PHP",
                new Span(matcher.start(1), matcher.end(1))))
        : Optional.empty();
  }

  /** Adds the file to a tree as one broken part, and says what it is. */
  public void addTo(TreeBuilder tree, SourceFile source) {
    tree.addMalformed(
        new Span(source.byteOrderMarkLength(), source.text().length()),
        tag,
        SyntaxErrors.otherLanguage(name));
  }
}
