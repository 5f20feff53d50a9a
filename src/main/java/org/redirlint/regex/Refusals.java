package org.redirlint.regex;

import org.redirlint.regex.grammar.PcreLexer;

/** What PCRE says of a word that begins nothing it knows (pcre2_compile's error messages). */
final class Refusals {

  private Refusals() {}

  static RegexSyntaxException of(Word word, WordSource words) {
    return switch (word.type()) {
      case PcreLexer.LONE_BACKSLASH -> words.refusedAtEnd("\\ at end of pattern");
      case PcreLexer.UNCLOSED_COMMENT -> words.refusedAtEnd("missing ) after (?# comment");
      case PcreLexer.NAMED_CHARACTER ->
          word.refusedAt(2, "PCRE2 does not support \\F, \\L, \\l, \\N{name}, \\U, or \\u");
      case PcreLexer.OUTSIDE_CLASS ->
          word.refusedAt(
              0,
              word.text().startsWith("[:")
                  ? "POSIX named classes are supported only within a class"
                  : "POSIX collating elements are not supported");
      case PcreLexer.OTHER_ASSERTION -> word.refusedAtLast("(*alpha_assertion) not recognized");
      default -> group(word, words);
    };
  }

  /** Says what is wrong behind {@code (?}. */
  private static RegexSyntaxException group(Word word, WordSource words) {
    if (word.text().endsWith("<") || word.text().endsWith("'")) {
      return name(word, words);
    }
    if (word.text().endsWith("P")) {
      return words.peek() < 0
          ? words.refusedAtEnd("missing closing parenthesis")
          : word.refusedBehind("unrecognized character after (?P");
    }
    int offset = words.skip("imsxnJU-^");
    return words.peek() < 0
        ? words.refusedAtEnd("missing closing parenthesis")
        : new RegexSyntaxException("unrecognized character after (? or (?-", offset);
  }

  private static RegexSyntaxException name(Word word, WordSource words) {
    int first = words.peek();
    if (first >= '0' && first <= '9') {
      return word.refusedBehind("subpattern name must start with a non-digit");
    }
    if (first < 0 || !NamedSets.WORD.contains((char) first)) {
      return word.refusedBehind("subpattern name expected");
    }
    return new RegexSyntaxException(
        "syntax error in subpattern name (missing terminator?)", words.skipName());
  }
}
