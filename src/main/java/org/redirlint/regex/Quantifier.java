package org.redirlint.regex;

import org.redirlint.regex.syntax.Repetition;

/**
 * A quantifier (pcre2pattern, "Repetition").
 *
 * @param minimum how often at least
 * @param maximum how often at most, or {@link Repetition#UNBOUNDED}
 * @param mode which number of repetitions is tried first
 * @param marked whether a question mark or a plus sign chose the mode
 * @param last the offset of its last byte, its mark not counted
 */
record Quantifier(int minimum, int maximum, Repetition.Mode mode, boolean marked, int last) {

  private static final int MOST = 65535;

  static Quantifier read(Word word, boolean lazyByDefault) throws RegexSyntaxException {
    String text = word.text();
    boolean braces = text.startsWith("{");
    int end = braces ? text.indexOf('}') + 1 : 1;
    String mark = text.substring(end);
    Repetition.Mode mode =
        mark.equals("+")
            ? Repetition.Mode.POSSESSIVE
            : mark.equals("?") != lazyByDefault ? Repetition.Mode.LAZY : Repetition.Mode.GREEDY;
    int last = word.start() + end - 1;
    boolean marked = !mark.isEmpty();
    return switch (text.charAt(0)) {
      case '*' -> new Quantifier(0, Repetition.UNBOUNDED, mode, marked, last);
      case '+' -> new Quantifier(1, Repetition.UNBOUNDED, mode, marked, last);
      case '?' -> new Quantifier(0, 1, mode, marked, last);
      default -> braces(text.substring(1, end - 1), mode, marked, last);
    };
  }

  private static Quantifier braces(String numbers, Repetition.Mode mode, boolean marked, int last)
      throws RegexSyntaxException {
    int comma = numbers.indexOf(',');
    int minimum = number(comma < 0 ? numbers : numbers.substring(0, comma), last);
    String most = numbers.substring(comma + 1);
    int maximum = most.isEmpty() ? Repetition.UNBOUNDED : number(most, last);
    if (maximum != Repetition.UNBOUNDED && maximum < minimum) {
      throw new RegexSyntaxException("numbers out of order in {} quantifier", last);
    }
    return new Quantifier(minimum, maximum, mode, marked, last);
  }

  private static int number(String digits, int last) throws RegexSyntaxException {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    int number = significant.length() > 5 ? Integer.MAX_VALUE : Integer.parseInt(significant);
    if (number > MOST) {
      throw new RegexSyntaxException("number too big in {} quantifier", last);
    }
    return number;
  }

  RegexSyntaxException refused(String message) {
    return new RegexSyntaxException(message, last);
  }
}
