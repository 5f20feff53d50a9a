package org.redirlint.regex;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.redirlint.regex.grammar.PcreLexer;

/** Cuts a pattern into words, one at a time, so that a word can change how the next is cut. */
final class WordSource {

  private static final String IGNORABLE = "\t\n\u000b\f\r #";

  private final CharStream input;
  private final PcreLexer lexer;

  WordSource(String pattern) {
    this.input = CharStreams.fromString(pattern);
    this.lexer = new PcreLexer(input);
    // Every text is a run of words: there is nothing to report.
    lexer.removeErrorListeners();
  }

  Word next() {
    return Word.of(lexer.nextToken());
  }

  /** Returns the next byte, or -1 at the end. */
  int peek() {
    return input.LA(1);
  }

  /** Skips white space and comments, as the option {@code x} does. */
  void skipIgnorable() {
    for (int c = peek(); c >= 0 && IGNORABLE.indexOf(c) >= 0; c = peek()) {
      input.consume();
      if (c == '#') {
        skipLine();
      }
    }
  }

  private void skipLine() {
    int c;
    do {
      c = peek();
      if (c < 0) {
        return;
      }
      input.consume();
    } while (c != '\n');
  }

  /** Returns a text up to its first ignorable byte; what stands behind it is read anew. */
  String withoutIgnorable(Word text) {
    for (int i = 0; i < text.text().length(); i++) {
      if (IGNORABLE.indexOf(text.text().charAt(i)) >= 0) {
        readFrom(text.start() + i);
        return text.text().substring(0, i);
      }
    }
    return text.text();
  }

  /** Takes the next byte if it is the one given. */
  boolean take(char c) {
    if (peek() == c) {
      input.consume();
      return true;
    }
    return false;
  }

  /** Goes on inside a class, though the word before seemed to close it. */
  void reopenClass() {
    lexer.pushMode(PcreLexer.CLASS);
  }

  /** Skips some bytes, and returns where it stops. */
  int skip(String bytes) {
    while (peek() >= 0 && bytes.indexOf(peek()) >= 0) {
      input.consume();
    }
    return input.index();
  }

  /** Skips letters, digits and underscores, and returns where it stops. */
  int skipName() {
    while (peek() >= 0 && NamedSets.WORD.contains((char) peek())) {
      input.consume();
    }
    return input.index();
  }

  /** Gives back the end of a word, to be read anew. */
  void giveBack(Word word, int length) {
    readFrom(word.end() - length);
  }

  private void readFrom(int offset) {
    input.seek(offset);
    // The lexer may have seen the end already.
    lexer._hitEOF = false;
  }

  /** Refuses {@code \x{…} } that holds something else than digits. */
  void refuseOpenBrace(Word word) throws RegexSyntaxException {
    if (word.text().equals("\\x") && peek() == '{') {
      throw word.refusedAt(
          3,
          word.end() + 1 >= input.size()
              ? "digits missing in \\x{} or \\o{} or \\N{U+}"
              : "non-hex character in \\x{} (closing brace missing?)");
    }
    if (word.text().equals("\\o") && peek() == '{') {
      throw word.refusedAt(3, "non-octal character in \\o{} (closing brace missing?)");
    }
  }

  RegexSyntaxException refusedAtEnd(String message) {
    return new RegexSyntaxException(message, input.size());
  }
}
