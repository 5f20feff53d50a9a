package org.redirlint.regex;

import java.util.BitSet;
import java.util.Map;

/**
 * Reads one bracketed character class of PCRE as a set of bytes, and writes it in a form all
 * matchers read alike.
 */
final class ClassTranslator {

  private static final Map<String, String> POSIX =
      Map.ofEntries(
          Map.entry("alpha", "AZaz"),
          Map.entry("digit", "09"),
          Map.entry("alnum", "09AZaz"),
          Map.entry("upper", "AZ"),
          Map.entry("lower", "az"),
          Map.entry("space", "\t\r  "),
          Map.entry("blank", "\t\t  "),
          Map.entry("punct", "!/:@[`{~"),
          Map.entry("cntrl", "\0\u001f\u007f\u007f"),
          Map.entry("graph", "!~"),
          Map.entry("print", " ~"),
          Map.entry("word", "09AZ__az"),
          Map.entry("xdigit", "09AFaf"),
          Map.entry("ascii", "\0\u007f"));

  private final String pattern;
  private final BitSet members = new BitSet(256);
  private String obstacle = "";
  private int position;
  private boolean negated;

  ClassTranslator(String pattern, int open) {
    this.pattern = pattern;
    this.position = open + 1;
  }

  /** Reads the class and returns the offset behind it. */
  int translate() throws RegexSyntaxException {
    int open = position - 1;
    if (has("^")) {
      negated = true;
      position++;
    }
    boolean first = true;
    while (first || !has("]")) {
      if (position >= pattern.length()) {
        throw new RegexSyntaxException("missing terminating ] for character class", open);
      }
      item();
      first = false;
    }
    return position + 1;
  }

  boolean linearPossible() {
    return obstacle.isEmpty();
  }

  /** Tells whether the case of a letter outside ASCII could matter. */
  boolean beyondAscii() {
    return members.nextSetBit(0x7F) >= 0;
  }

  String obstacle() {
    return obstacle;
  }

  String linear() {
    return backtracking();
  }

  String backtracking() {
    StringBuilder text = new StringBuilder(negated ? "[^" : "[");
    if (members.isEmpty()) {
      return negated ? "[\\x00-\\xFF]" : "[^\\x00-\\xFF]";
    }
    for (int from = members.nextSetBit(0); from >= 0; ) {
      int to = members.nextClearBit(from) - 1;
      text.append(Translator.quote((char) from));
      if (to > from) {
        text.append('-').append(Translator.quote((char) to));
      }
      from = members.nextSetBit(to + 1);
    }
    return text.append(']').toString();
  }

  private void item() throws RegexSyntaxException {
    if (has("[:")) {
      int end = pattern.indexOf(":]", position);
      String name = end < 0 ? "" : pattern.substring(position + 2, end);
      boolean inverted = name.startsWith("^");
      String ranges = POSIX.get(inverted ? name.substring(1) : name);
      if (ranges != null) {
        add(set(ranges), inverted);
        position = end + 2;
        return;
      }
      if (name.matches("\\^?[a-z]+")) {
        throw new RegexSyntaxException("unknown POSIX class name", position);
      }
    }
    int low = single();
    if (low < 0 || !has("-") || position + 1 >= pattern.length() || has("-]")) {
      if (low >= 0) {
        members.set(low);
      }
      return;
    }
    int hyphen = position++;
    int high = single();
    if (high < 0) {
      members.set(low);
      members.set('-');
      return;
    }
    if (high < low) {
      throw new RegexSyntaxException("range out of order in character class", hyphen);
    }
    members.set(low, high + 1);
  }

  /** Reads one character and returns it; -1 for an escape that adds a set of its own. */
  private int single() throws RegexSyntaxException {
    char c = pattern.charAt(position++);
    if (c != '\\') {
      return c;
    }
    if (position >= pattern.length()) {
      throw new RegexSyntaxException("\\ at end of pattern", position);
    }
    char escaped = pattern.charAt(position++);
    switch (escaped) {
      case 'd', 'D' -> add(set("09"), escaped == 'D');
      case 'w', 'W' -> add(set("09AZ__az"), escaped == 'W');
      case 's', 'S' -> add(set("\t\r  "), escaped == 'S');
      case 'h', 'H' -> add(set("\t\t  \u00a0\u00a0"), escaped == 'H');
      case 'v', 'V' -> add(set("\n\r\u0085\u0085"), escaped == 'V');
      case 'p', 'P', 'Q', 'E', 'N', 'R', 'X' -> obstacle = "\"\\" + escaped + "\" in a class";
      default -> {
        return character(escaped);
      }
    }
    return -1;
  }

  private int character(char escaped) throws RegexSyntaxException {
    return switch (escaped) {
      case 'a' -> 0x07;
      case 'b' -> '\b';
      case 'e' -> 0x1B;
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'c' -> Character.toUpperCase(pattern.charAt(position++)) ^ 0x40;
      case 'x' -> number(16, 2);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        position--;
        yield number(8, 3) & 0xFF;
      }
      default -> escaped;
    };
  }

  private int number(int radix, int most) throws RegexSyntaxException {
    boolean braces = has("{");
    int end = braces ? pattern.indexOf('}', position) : position;
    while (!braces
        && end < pattern.length()
        && end < position + most
        && Character.digit(pattern.charAt(end), radix) >= 0) {
      end++;
    }
    String digits = end < 0 ? "" : pattern.substring(braces ? position + 1 : position, end);
    position = braces ? end + 1 : end;
    try {
      int value = digits.isEmpty() ? 0 : Integer.parseInt(digits, radix);
      if ((end >= 0 && (value & 0xFF) == value) || radix == 8) {
        return value;
      }
    } catch (NumberFormatException notDigits) {
      // told below
    }
    throw new RegexSyntaxException("non-hex character in \\x{} (closing brace missing?)", end);
  }

  private void add(BitSet set, boolean inverted) {
    if (inverted) {
      set.flip(0, 256);
    }
    members.or(set);
  }

  private static BitSet set(String ranges) {
    BitSet set = new BitSet(256);
    for (int i = 0; i < ranges.length(); i += 2) {
      set.set(ranges.charAt(i), ranges.charAt(i + 1) + 1);
    }
    return set;
  }

  private boolean has(String text) {
    return pattern.startsWith(text, position);
  }
}
