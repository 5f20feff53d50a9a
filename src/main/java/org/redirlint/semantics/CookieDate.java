package org.redirlint.semantics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the day a cookie names, in whatever order and words it is written.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-5.1.1">RFC 6265 section 5.1.1</a>
 */
final class CookieDate {

  private static final Pattern DELIMITER =
      Pattern.compile("[\\x09\\x20-\\x2F\\x3B-\\x40\\x5B-\\x60\\x7B-\\x7E]+");
  private static final Pattern TIME =
      Pattern.compile("([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[^0-9].*)?");
  private static final Pattern DAY = Pattern.compile("([0-9]{1,2})(?:[^0-9].*)?");
  private static final Pattern YEAR = Pattern.compile("([0-9]{2,4})(?:[^0-9].*)?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** Years of two digits up to this one are of this century. */
  private static final int LAST_OF_THIS_CENTURY = 69;

  private CookieDate() {}

  /** Tells whether a time is over; nothing if it cannot be read, which a browser passes over. */
  static Optional<Boolean> isOver(String date, Instant now) {
    Optional<Matcher> time = Optional.empty();
    Optional<Integer> day = Optional.empty();
    Optional<Integer> month = Optional.empty();
    Optional<Integer> year = Optional.empty();
    for (String token : DELIMITER.splitAsStream(date).toList()) {
      if (time.isEmpty() && TIME.matcher(token).matches()) {
        time = Optional.of(TIME.matcher(token)).filter(Matcher::matches);
      } else if (day.isEmpty() && DAY.matcher(token).matches()) {
        day = number(DAY, token);
      } else if (month.isEmpty() && month(token).isPresent()) {
        month = month(token);
      } else if (year.isEmpty() && YEAR.matcher(token).matches()) {
        year = number(YEAR, token).map(CookieDate::full);
      }
    }
    if (time.isEmpty() || day.isEmpty() || month.isEmpty() || year.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDateTime named =
          LocalDateTime.of(
              year.get(),
              month.get(),
              day.get(),
              Integer.parseInt(time.get().group(1)),
              Integer.parseInt(time.get().group(2)),
              Integer.parseInt(time.get().group(3)));
      return Optional.of(named.toInstant(ZoneOffset.UTC).isBefore(now));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> number(Pattern pattern, String token) {
    return Optional.of(pattern.matcher(token))
        .filter(Matcher::matches)
        .map(matcher -> Integer.parseInt(matcher.group(1)));
  }

  private static Optional<Integer> month(String token) {
    String start = token.toLowerCase(Locale.ROOT).substring(0, Math.min(3, token.length()));
    return Optional.of(MONTHS.indexOf(start) + 1).filter(month -> month > 0);
  }

  private static int full(int year) {
    if (year > 99) {
      return year;
    }
    return year <= LAST_OF_THIS_CENTURY ? 2000 + year : 1900 + year;
  }
}
