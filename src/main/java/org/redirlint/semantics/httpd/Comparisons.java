package org.redirlint.semantics.httpd;

import java.util.List;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Classifier;

/** Comparisons of two texts that stand in one, and of a text with what the configuration says. */
final class Comparisons {

  /** What stands between two texts that are compared; no request holds it. */
  static final String BETWEEN = "\n\0\n";

  /** Whether a text counts as true. */
  static final Classifier<Boolean> TRUE =
      Classifier.in(
          new TextSet.Outside(new TextSet.InAnyCase(TextSet.of("", "off", "false", "no", "0"))));

  private Comparisons() {}

  /** Compares texts, or the numbers they begin with. */
  static Classifier<Boolean> with(String operator) {
    return Classifier.among(
        List.of(true, false),
        pair -> {
          String left = left(pair);
          String right = right(pair);
          return operator.startsWith("-")
              ? holds(operator.substring(1), Long.compare(number(left), number(right)))
              : holds(operator, left.compareTo(right));
        });
  }

  private static boolean holds(String operator, int order) {
    return switch (operator) {
      case "<", "lt" -> order < 0;
      case "<=", "le" -> order <= 0;
      case ">", "gt" -> order > 0;
      case ">=", "ge" -> order >= 0;
      case "!=", "ne" -> order != 0;
      default -> order == 0;
    };
  }

  /** The operators with names: {@code -ipmatch}, {@code -strmatch} and their like. */
  static Classifier<Boolean> binary(String operator) {
    return Classifier.among(
        List.of(true, false),
        pair -> {
          String left = left(pair);
          String right = right(pair);
          return switch (operator) {
            case "-ipmatch" -> Networks.contains(right, left);
            case "-fnmatch" -> Wildcards.file(left, right, true);
            default -> Wildcards.fits(left, right, operator.equals("-strcmatch"));
          };
        });
  }

  /**
   * mod_rewrite compares lengths first ({@code compare_lexicography}), unless case does not matter.
   */
  static Classifier<Boolean> lexicographic(String operator, String other, boolean ignoreCase) {
    return Classifier.among(
        List.of(true, false),
        text -> {
          if (ignoreCase) {
            return holds(operator, Escapes.lower(text).compareTo(Escapes.lower(other)));
          }
          int order =
              text.length() == other.length()
                  ? text.compareTo(other)
                  : Integer.compare(text.length(), other.length());
          return holds(operator, order);
        });
  }

  /** Compares the number a text begins with. */
  static Classifier<Boolean> number(String operator, long other) {
    return text -> holds(operator, Long.compare(number(text), other));
  }

  private static long number(String text) {
    String digits = text.strip().replaceFirst("^([+-]?[0-9]{0,18}).*$", "$1");
    return digits.matches("[+-]?[0-9]+") ? Long.parseLong(digits) : 0;
  }

  private static String left(String pair) {
    return pair.substring(0, pair.indexOf(BETWEEN));
  }

  private static String right(String pair) {
    return pair.substring(pair.indexOf(BETWEEN) + BETWEEN.length());
  }
}
