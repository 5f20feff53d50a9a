package org.redirlint.regex;

import org.redirlint.regex.grammar.PcreLexer;

/** Reads the escapes that stand for one byte (pcre2pattern, "Non-printing characters"). */
final class EscapedByte {

  private static final String TOO_LARGE =
      "character code point value in \\x{} or \\o{} is too large";

  private EscapedByte() {}

  /** Returns the byte of an octal, a hexadecimal, a control or a simple escape. */
  static char read(Word word) throws RegexSyntaxException {
    String text = word.text();
    return switch (word.type()) {
      case PcreLexer.OCTAL -> text.startsWith("\\o") ? braced(word, 8) : octal(word);
      case PcreLexer.HEXADECIMAL ->
          text.endsWith("}")
              ? braced(word, 16)
              : text.length() == 2 ? 0 : (char) Integer.parseInt(text.substring(2), 16);
      case PcreLexer.CONTROL -> control(word);
      default -> simple(word);
    };
  }

  private static char octal(Word word) throws RegexSyntaxException {
    int value = Integer.parseInt(word.text().substring(1), 8);
    if (value > 0xFF) {
      throw word.refusedBehind("octal value is greater than \\377 in 8-bit non-UTF-8 mode");
    }
    return (char) value;
  }

  private static char braced(Word word, int radix) throws RegexSyntaxException {
    String digits = word.text().substring(3, word.text().length() - 1).replaceFirst("^0+(?=.)", "");
    int value = digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits, radix);
    if (value > 0xFF) {
      throw word.refusedAtLast(TOO_LARGE);
    }
    return (char) value;
  }

  private static char control(Word word) throws RegexSyntaxException {
    char c = word.text().charAt(2);
    if (c < ' ' || c > '~') {
      throw word.refusedAt(2, "\\c must be followed by a printable ASCII character");
    }
    char upper = c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    return (char) (upper ^ 0x40);
  }

  private static char simple(Word word) throws RegexSyntaxException {
    char c = word.text().charAt(1);
    return switch (c) {
      case 'a' -> 0x07;
      case 'e' -> 0x1B;
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'c' -> throw word.refusedBehind("\\c at end of pattern");
      case 'F', 'L', 'l', 'U', 'u' ->
          throw word.refusedBehind("PCRE2 does not support \\F, \\L, \\l, \\N{name}, \\U, or \\u");
      case 'p', 'P' -> throw word.refusedBehind("malformed \\P or \\p sequence");
      case 'o' -> throw word.refusedBehind("missing opening brace after \\o");
      case 'g' ->
          throw word.refusedBehind(
              "\\g is not followed by a braced, angle-bracketed, or quoted name/number or by a plain"
                  + " number");
      case 'k' ->
          throw word.refusedBehind(
              "\\k is not followed by a braced, angle-bracketed, or quoted name");
      default -> {
        if (NamedSets.WORD.contains(c) && c != '_' && !(c == '8' || c == '9')) {
          throw word.refusedAtLast("unrecognized character follows \\");
        }
        yield c;
      }
    };
  }
}
