package org.redirlint.regex.syntax;

/**
 * A condition on the place between two bytes.
 *
 * @param place where it holds
 */
public record Anchor(Place place) implements Node {

  /** Where an anchor holds (pcre2pattern, "Circumflex and dollar", "Simple assertions"). */
  public enum Place {
    /** At the beginning of the subject: {@code ^}, {@code \A}, {@code \G}. */
    START,
    /** At the very end of the subject: {@code \z}. */
    END,
    /** At the end of the subject, or before the line feed that ends it: {@code $}, {@code \Z}. */
    LAST_LINE_END,
    /** At the beginning or behind a line feed that does not end the subject: {@code (?m)^}. */
    LINE_START,
    /** At the end or before any line feed: {@code (?m)$}. */
    LINE_END,
    /** Between a word byte and another byte or an end: {@code \b}. */
    WORD_EDGE,
    /** Everywhere else: {@code \B}. */
    NO_WORD_EDGE
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitAnchor(this);
  }
}
