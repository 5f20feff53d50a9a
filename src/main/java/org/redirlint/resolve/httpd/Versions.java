package org.redirlint.resolve.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** {@code IfVersion} (mod_version). */
final class Versions {

  private Versions() {}

  /** Tells whether the server's version is one that a section asks for. */
  static boolean holds(List<String> arguments) {
    String operator = arguments.size() > 1 ? arguments.get(0) : "=";
    String version = arguments.isEmpty() ? "" : arguments.get(arguments.size() - 1);
    boolean negated = operator.startsWith("!");
    String bare = negated ? operator.substring(1) : operator;
    return holds(bare, version) != negated;
  }

  private static boolean holds(String operator, String version) {
    boolean regex = version.length() > 1 && version.startsWith("/") && version.endsWith("/");
    if (regex || operator.equals("~")) {
      String pattern = regex ? version.substring(1, version.length() - 1) : version;
      try {
        return java.util.regex.Pattern.compile(pattern).matcher(Installation.VERSION).find();
      } catch (PatternSyntaxException refused) {
        return false;
      }
    }
    int order = compare(numbers(Installation.VERSION), numbers(version));
    return switch (operator) {
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      default -> order == 0;
    };
  }

  /** Compares as many numbers as are given. */
  private static int compare(List<Integer> own, List<Integer> asked) {
    for (int i = 0; i < 3; i++) {
      int left = i < own.size() ? own.get(i) : 0;
      int right = i < asked.size() ? asked.get(i) : 0;
      if (left != right) {
        return Integer.compare(left, right);
      }
    }
    return 0;
  }

  private static List<Integer> numbers(String version) {
    List<Integer> numbers = new ArrayList<>();
    for (String part : List.of(version.split("\\."))) {
      String digits = part.replaceAll("[^0-9].*", "");
      numbers.add(digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits));
    }
    return numbers;
  }
}
