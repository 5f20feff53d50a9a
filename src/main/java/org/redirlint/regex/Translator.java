package org.redirlint.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.regex.Regex.GroupName;

/**
 * Writes a PCRE pattern in the words of RE2/J and of java.util.regex, token by token. Named groups
 * become numbered ones, so that every name PCRE allows is allowed.
 */
final class Translator {

  private final String pattern;
  private final boolean ignoreCase;
  private final StringBuilder linear = new StringBuilder();
  private final StringBuilder backtracking = new StringBuilder();
  private final List<GroupName> names = new ArrayList<>();
  private boolean linearPossible = true;
  private String obstacle = "";
  private int position;
  private int groups;
  private int depth;

  private Translator(String pattern, boolean ignoreCase) {
    this.pattern = pattern;
    this.ignoreCase = ignoreCase;
  }

  static Translation translate(String pattern, boolean ignoreCase) throws RegexSyntaxException {
    return new Translator(pattern, ignoreCase).translate();
  }

  private Translation translate() throws RegexSyntaxException {
    while (position < pattern.length()) {
      next();
    }
    if (depth > 0) {
      throw error("missing closing parenthesis", pattern.length());
    }
    if (obstacle.isEmpty()) {
      checkBacktracking();
    }
    return new Translation(
        linearPossible && obstacle.isEmpty() && linearCompiles()
            ? Optional.of(linear.toString())
            : Optional.empty(),
        obstacle.isEmpty() ? Optional.of(backtracking.toString()) : Optional.empty(),
        List.copyOf(names),
        groups,
        obstacle);
  }

  private void next() throws RegexSyntaxException {
    char c = pattern.charAt(position);
    switch (c) {
      case '\\' -> escape();
      case '[' -> characterClass();
      case '(' -> group();
      case ')' -> {
        if (--depth < 0) {
          throw error("unmatched closing parenthesis", position);
        }
        both(")");
        position++;
      }
      case '*', '+', '?' -> {
        position++;
        quantifier(String.valueOf(c));
      }
      case '{' -> brace();
      case '}', ']' -> {
        both("\\" + c);
        position++;
      }
      default -> {
        if (c > 0x7E && ignoreCase) {
          linearPossible = false;
        }
        both(String.valueOf(c));
        position++;
      }
    }
  }

  /** After a quantifier: {@code ?} makes it lazy, {@code +} possessive. */
  private void quantifier(String text) {
    both(text);
    if (position < pattern.length() && pattern.charAt(position) == '?') {
      both("?");
      position++;
    } else if (position < pattern.length() && pattern.charAt(position) == '+') {
      backtracking.append('+');
      linearPossible = false;
      position++;
    }
  }

  /** A brace is a quantifier only where it looks like one; else it stands for itself. */
  private void brace() {
    int end = position + 1;
    while (end < pattern.length() && isDigit(pattern.charAt(end))) {
      end++;
    }
    boolean quantifier = end > position + 1;
    if (quantifier && end < pattern.length() && pattern.charAt(end) == ',') {
      end++;
      while (end < pattern.length() && isDigit(pattern.charAt(end))) {
        end++;
      }
    }
    if (!quantifier || end >= pattern.length() || pattern.charAt(end) != '}') {
      both("\\{");
      position++;
      return;
    }
    String text = pattern.substring(position, end + 1);
    position = end + 1;
    quantifier(text);
  }

  private void group() throws RegexSyntaxException {
    int start = position;
    depth++;
    if (!pattern.startsWith("(?", start)) {
      if (pattern.startsWith("(*", start)) {
        obstacle("a verb");
      }
      groups++;
      both("(");
      position++;
      return;
    }
    String rest = pattern.substring(start + 2);
    if (rest.startsWith("P<") || (rest.startsWith("<") && !lookbehind(rest))) {
      name(rest.indexOf('<') + start + 3, '>');
    } else if (rest.startsWith("'")) {
      name(start + 3, '\'');
    } else if (rest.startsWith("#")) {
      int end = pattern.indexOf(')', start);
      if (end < 0) {
        throw error("missing ) after (?# comment", pattern.length());
      }
      depth--;
      position = end + 1;
    } else if (rest.startsWith("P=")) {
      int end = pattern.indexOf(')', start);
      depth--;
      reference(rest.substring(2, Math.max(2, end - start - 2)), start);
      position = end + 1;
    } else if (rest.startsWith(":")) {
      plain("(?:", "(?:");
    } else if (rest.startsWith("=") || rest.startsWith("!") || rest.startsWith(">")) {
      linearPossible = false;
      plain("", "(?" + rest.charAt(0));
    } else if (lookbehind(rest)) {
      linearPossible = false;
      plain("", "(?<" + rest.charAt(1));
    } else {
      options(start);
    }
  }

  private static boolean lookbehind(String rest) {
    return rest.startsWith("<=") || rest.startsWith("<!");
  }

  private void plain(String forLinear, String forBacktracking) {
    linear.append(forLinear);
    backtracking.append(forBacktracking);
    position += forBacktracking.length();
  }

  private void name(int from, char close) throws RegexSyntaxException {
    int end = pattern.indexOf(close, from);
    String name = end < 0 ? "" : pattern.substring(from, end);
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,31}")) {
      throw error("syntax error in subpattern name (missing terminator?)", from);
    }
    groups++;
    names.add(new GroupName(name, groups));
    both("(");
    position = end + 1;
  }

  /** Option settings: {@code (?i)} and {@code (?i:...)}; everything rarer is not understood. */
  private void options(int start) throws RegexSyntaxException {
    int end = start + 2;
    while (end < pattern.length() && "imsx-".indexOf(pattern.charAt(end)) >= 0) {
      end++;
    }
    char after = end < pattern.length() ? pattern.charAt(end) : 0;
    if (after != ')' && after != ':') {
      if (after == 0) {
        throw error("unrecognized character after (? or (?-", end);
      }
      obstacle("a construct that begins with \"(?" + after + "\"");
      position = start + 2;
      return;
    }
    String letters = pattern.substring(start + 2, end);
    int minus = letters.indexOf('-');
    String on = minus < 0 ? letters : letters.substring(0, minus);
    if (letters.indexOf('x') >= 0
        || letters.indexOf('m') >= 0
        || (on.contains("i") && nonAscii())) {
      linearPossible = false;
    }
    both("(?" + letters + after);
    if (after == ')') {
      depth--;
    }
    position = end + 1;
  }

  private boolean nonAscii() {
    return pattern.chars().anyMatch(c -> c > 0x7E);
  }

  private void escape() throws RegexSyntaxException {
    if (position + 1 >= pattern.length()) {
      throw error("\\ at end of pattern", pattern.length());
    }
    char c = pattern.charAt(position + 1);
    int start = position;
    position += 2;
    switch (c) {
      case 'd', 'D', 'w', 'W', 'b', 'B', 'A', 'z' -> both("\\" + c);
      case 's' -> either("[\\t-\\r ]", "\\s");
      case 'S' -> either("[^\\t-\\r ]", "\\S");
      case 'h' -> both("[\\t \\xA0]");
      case 'H' -> both("[^\\t \\xA0]");
      case 'v' -> both("[\\n-\\r\\x85]");
      case 'V' -> both("[^\\n-\\r\\x85]");
      case 'N' -> both("[^\\n]");
      case 'R' -> backtrackingOnly("(?>\\r\\n|[\\n-\\r\\x85])");
      case 'Z', 'G' -> backtrackingOnly("\\" + c);
      case 'Q' -> quoted();
      case 'E' -> {}
      case 'k', 'g' -> {
        int end = position;
        char open = end < pattern.length() ? pattern.charAt(end) : 0;
        char close = open == '{' ? '}' : open == '<' ? '>' : open == '\'' ? '\'' : 0;
        int from = close == 0 ? end : end + 1;
        int to = close == 0 ? digits(end) : pattern.indexOf(close, from);
        if (to <= from) {
          throw error("a numbered reference must not be zero", start);
        }
        position = close == 0 ? to : to + 1;
        if (c == 'g' && (open == '<' || open == '\'')) {
          obstacle("a subroutine call");
        } else {
          reference(pattern.substring(from, to), start);
        }
      }
      case 'K', 'C', 'X', 'p', 'P' -> obstacle("\"\\" + c + "\"");
      case '0' -> literal((char) octal(position - 1));
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
        position = digits(position);
        reference(pattern.substring(start + 1, position), start);
      }
      default -> literal(character(c, start));
    }
  }

  /** Returns the character an escape stands for. */
  private char character(char c, int start) throws RegexSyntaxException {
    return switch (c) {
      case 'a' -> 0x07;
      case 'e' -> 0x1B;
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'c' -> {
        char control = position < pattern.length() ? pattern.charAt(position++) : '@';
        yield (char) (Character.toUpperCase(control) ^ 0x40);
      }
      case 'x' -> hexadecimal();
      default -> {
        if (isLetter(c) || isDigit(c)) {
          throw error("unrecognized character follows \\", start + 1);
        }
        yield c;
      }
    };
  }

  private char hexadecimal() throws RegexSyntaxException {
    int start = position;
    boolean braces = position < pattern.length() && pattern.charAt(position) == '{';
    int end = braces ? pattern.indexOf('}', position) : position;
    if (!braces) {
      while (end < pattern.length() && end < position + 2 && isHex(pattern.charAt(end))) {
        end++;
      }
    }
    String digits = end < 0 ? "" : pattern.substring(braces ? start + 1 : start, end);
    if (!digits.chars().allMatch(Translator::isHex) || digits.length() > 4) {
      throw error("non-hex character in \\x{} (closing brace missing?)", position);
    }
    position = braces ? end + 1 : end;
    int value = digits.isEmpty() ? 0 : Integer.parseInt(digits, 16);
    if (value > 0xFF) {
      throw error("character code point value in \\x{} or \\o{} is too large", position);
    }
    return (char) value;
  }

  private int octal(int from) {
    int end = from;
    int value = 0;
    while (end < pattern.length()
        && end < from + 3
        && pattern.charAt(end) >= '0'
        && pattern.charAt(end) <= '7') {
      value = value * 8 + pattern.charAt(end++) - '0';
    }
    position = end;
    return value & 0xFF;
  }

  private void quoted() {
    int end = pattern.indexOf("\\E", position);
    int stop = end < 0 ? pattern.length() : end;
    for (int i = position; i < stop; i++) {
      literal(pattern.charAt(i));
    }
    position = end < 0 ? stop : stop + 2;
  }

  private void reference(String name, int start) throws RegexSyntaxException {
    linearPossible = false;
    int number = 0;
    if (name.matches("[0-9]+")) {
      number = name.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(name);
    } else if (name.matches("-[0-9]{1,4}")) {
      number = groups + 1 + Integer.parseInt(name);
    } else {
      for (GroupName group : names) {
        number = group.name().equals(name) ? group.number() : number;
      }
    }
    if (number < 1 || number > 9999) {
      throw error("reference to non-existent subpattern", start);
    }
    // A group of its own keeps the digits that follow out of the number.
    backtracking.append("(?:\\").append(number).append(')');
  }

  private void characterClass() throws RegexSyntaxException {
    ClassTranslator body = new ClassTranslator(pattern, position);
    int end = body.translate();
    linearPossible &= body.linearPossible() && !(ignoreCase && body.beyondAscii());
    if (!body.obstacle().isEmpty()) {
      obstacle(body.obstacle());
    }
    linear.append(body.linear());
    backtracking.append(body.backtracking());
    position = end;
  }

  private void literal(char c) {
    if (c > 0x7E && ignoreCase) {
      linearPossible = false;
    }
    both(quote(c));
  }

  /** Returns a character so that both matchers take it for itself. */
  static String quote(char c) {
    if (isLetter(c) || isDigit(c)) {
      return String.valueOf(c);
    }
    return c > ' ' && c < 0x7F ? "\\" + c : String.format("\\x%02X", (int) c);
  }

  private void both(String text) {
    linear.append(text);
    backtracking.append(text);
  }

  private void either(String forLinear, String forBacktracking) {
    linear.append(forLinear);
    backtracking.append(forBacktracking);
  }

  private void backtrackingOnly(String text) {
    linearPossible = false;
    backtracking.append(text);
  }

  private void obstacle(String what) {
    obstacle = what;
  }

  private int digits(int from) {
    int end = from;
    while (end < pattern.length() && isDigit(pattern.charAt(end))) {
      end++;
    }
    return end;
  }

  private void checkBacktracking() throws RegexSyntaxException {
    try {
      java.util.regex.Pattern.compile(backtracking.toString());
    } catch (java.util.regex.PatternSyntaxException wrong) {
      throw error(
          wrong.getDescription(), Math.max(0, Math.min(wrong.getIndex(), pattern.length())));
    }
  }

  private boolean linearCompiles() {
    try {
      com.google.re2j.Pattern.compile(linear.toString());
      return true;
    } catch (com.google.re2j.PatternSyntaxException tooLarge) {
      return false;
    }
  }

  private static RegexSyntaxException error(String message, int offset) {
    return new RegexSyntaxException(message, offset);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(int c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' && c < 0x80;
  }

  static boolean isHex(int c) {
    return isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
  }
}
