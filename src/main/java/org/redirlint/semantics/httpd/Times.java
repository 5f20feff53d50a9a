package org.redirlint.semantics.httpd;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The variables that tell the time. */
final class Times {

  private Times() {}

  /** Returns one of the variables {@code TIME}, {@code TIME_YEAR} and their like. */
  static String of(String name, LocalDateTime time) {
    if (name.equals("TIME_WDAY")) {
      return String.valueOf(time.getDayOfWeek().getValue() % 7);
    }
    String pattern =
        switch (name) {
          case "TIME_YEAR" -> "yyyy";
          case "TIME_MON" -> "MM";
          case "TIME_DAY" -> "dd";
          case "TIME_HOUR" -> "HH";
          case "TIME_MIN" -> "mm";
          case "TIME_SEC" -> "ss";
          default -> "yyyyMMddHHmmss";
        };
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
  }
}
