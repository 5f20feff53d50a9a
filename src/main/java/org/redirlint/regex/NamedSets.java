package org.redirlint.regex;

import java.util.Map;
import java.util.Optional;
import org.redirlint.regex.syntax.ByteSet;

/**
 * The sets of bytes that have a name, by PCRE's built-in tables: those of the C locale
 * (pcre2pattern, "Generic character types" and "POSIX character classes").
 */
final class NamedSets {

  static final ByteSet WORD = ByteSet.of("09AZ__az");
  static final ByteSet LINE_FEED = ByteSet.of('\n');
  static final ByteSet VERTICAL_SPACE = ByteSet.of("\n\r\u0085\u0085");

  private static final ByteSet DIGIT = ByteSet.of("09");
  private static final ByteSet SPACE = ByteSet.of("\t\r  ");
  private static final ByteSet HORIZONTAL_SPACE = ByteSet.of("\t\t  \u00a0\u00a0");

  private static final Map<String, ByteSet> POSIX =
      Map.ofEntries(
          Map.entry("alpha", ByteSet.of("AZaz")),
          Map.entry("digit", DIGIT),
          Map.entry("alnum", ByteSet.of("09AZaz")),
          Map.entry("upper", ByteSet.of("AZ")),
          Map.entry("lower", ByteSet.of("az")),
          Map.entry("space", SPACE),
          Map.entry("blank", ByteSet.of("\t\t  ")),
          Map.entry("punct", ByteSet.of("!/:@[`{~")),
          Map.entry("cntrl", ByteSet.of("\0\u001f\u007f\u007f")),
          Map.entry("graph", ByteSet.of("!~")),
          Map.entry("print", ByteSet.of(" ~")),
          Map.entry("word", WORD),
          Map.entry("xdigit", ByteSet.of("09AFaf")),
          Map.entry("ascii", ByteSet.of("\0\u007f")));

  private NamedSets() {}

  /** Returns the set an escape such as {@code \d} stands for; a capital letter negates. */
  static ByteSet escape(char letter) {
    return switch (letter) {
      case 'd' -> DIGIT;
      case 'w' -> WORD;
      case 's' -> SPACE;
      case 'h' -> HORIZONTAL_SPACE;
      case 'v' -> VERTICAL_SPACE;
      default -> escape(Character.toLowerCase(letter)).complement();
    };
  }

  /** Returns a POSIX class; with {@code ^} before its name, what it leaves out. */
  static Optional<ByteSet> posix(String name) {
    return name.startsWith("^")
        ? Optional.ofNullable(POSIX.get(name.substring(1))).map(ByteSet::complement)
        : Optional.ofNullable(POSIX.get(name));
  }
}
