package org.redirlint.regex;

import org.antlr.v4.runtime.Token;

/**
 * A word of a pattern.
 *
 * @param type what it is, a constant of the lexer
 * @param text as written
 * @param start where it begins in the pattern, 0-based
 * @param end the offset behind it
 */
record Word(int type, String text, int start, int end) {

  static Word of(Token token) {
    String text = token.getType() == Token.EOF ? "" : token.getText();
    return new Word(token.getType(), text, token.getStartIndex(), token.getStopIndex() + 1);
  }

  /** Returns what stands between {@code \Q} and {@code \E}, or the end of the pattern. */
  String quoted() {
    return text.substring(2, text.endsWith("\\E") ? text.length() - 2 : text.length());
  }

  /** Returns what is refused, at the word's last byte. */
  RegexSyntaxException refusedAtLast(String message) {
    return new RegexSyntaxException(message, end - 1);
  }

  /** Returns what is refused, behind the word. */
  RegexSyntaxException refusedBehind(String message) {
    return new RegexSyntaxException(message, end);
  }

  /** Returns what is refused, at an offset within the word. */
  RegexSyntaxException refusedAt(int offset, String message) {
    return new RegexSyntaxException(message, start + offset);
  }
}
