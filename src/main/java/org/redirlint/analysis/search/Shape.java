package org.redirlint.analysis.search;

import java.util.List;
import org.redirlint.analysis.search.Source.Part;

/** What values can look like, as a regular expression with a group for each part. */
final class Shape {

  private static final String SPECIAL = "\\^$.|?*+()[]{}";

  private Shape() {}

  /** Returns the expression for parts that are joined. */
  static String of(List<Value> parts) {
    StringBuilder pattern = new StringBuilder("^");
    for (Value part : parts) {
      pattern.append('(').append(of(part)).append(')');
    }
    return pattern.append("\\z").toString();
  }

  private static String of(Value value) {
    if (value.isConstant()) {
      return quoted(value.text());
    }
    if (!(value.source() instanceof Part part)) {
      return ".*";
    }
    return switch (part.name()) {
      case Trial.METHOD -> "GET|POST|HEAD|PUT|PATCH|DELETE|OPTIONS";
      case Trial.HOST -> "[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*";
      case Trial.PATH -> "/[^?# ]*";
      case Trial.QUERY -> "(?:\\?[^# ]*)?";
      default -> ".*";
    };
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (SPECIAL.indexOf(c) >= 0) {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c >= 0x7F) {
        quoted.append(String.format("\\x%02x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.toString();
  }
}
