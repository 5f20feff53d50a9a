package org.redirlint.rule;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.redirlint.source.Origin;

/** What a comment that begins with {@code redirlint:} says. */
public sealed interface Annotation {

  /** Returns the comment's place. */
  Origin origin();

  /**
   * A redirect is temporary on purpose: {@code # redirlint: temporary until=2027-01-31 the shop is
   * being rebuilt}.
   *
   * @param until the last day on which it may stand; without one it may stand for ever
   * @param reason why it is there
   */
  record Temporary(Origin origin, Optional<LocalDate> until, String reason) implements Annotation {}

  /**
   * A rule's finding is known and accepted: {@code # redirlint: ignore stray-307 the shop's API
   * asks for it}.
   *
   * @param rule the rule's id
   * @param reason why
   */
  record Ignore(Origin origin, String rule, String reason) implements Annotation {}

  /**
   * A comment that means to say something to redirlint, but does not.
   *
   * @param message what is wrong with it
   */
  record Malformed(Origin origin, String message) implements Annotation {}

  /** What the comments begin with. */
  String PREFIX = "redirlint:";

  /**
   * Returns what a comment says; nothing if it is not meant for redirlint.
   *
   * @param text the comment's text, without its {@code #}
   */
  static Optional<Annotation> parse(String text, Origin origin) {
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String[] words = text.substring(PREFIX.length()).strip().split("\\s+", 2);
    String rest = words.length == 1 ? "" : words[1];
    return Optional.of(
        switch (words[0]) {
          case "temporary" -> temporary(rest, origin);
          case "ignore" -> ignore(rest, origin);
          default ->
              new Malformed(
                  origin, "expected \"temporary\" or \"ignore\", found \"" + words[0] + "\"");
        });
  }

  private static Annotation ignore(String text, Origin origin) {
    String[] words = text.split("\\s+", 2);
    if (words[0].isEmpty()) {
      return new Malformed(origin, "expected the name of a rule to ignore, found nothing");
    }
    return words.length == 1
        ? new Malformed(origin, "expected a reason to ignore " + words[0] + ", found nothing")
        : new Ignore(origin, words[0], words[1]);
  }

  private static Annotation temporary(String text, Origin origin) {
    String key = "until=";
    if (!text.startsWith(key)) {
      return text.isEmpty()
          ? new Malformed(origin, "expected until=YYYY-MM-DD or a reason, found nothing")
          : new Temporary(origin, Optional.empty(), text);
    }
    String[] words = text.substring(key.length()).split("\\s+", 2);
    try {
      LocalDate until = LocalDate.parse(words[0]);
      return new Temporary(origin, Optional.of(until), words.length == 1 ? "" : words[1]);
    } catch (DateTimeParseException notADate) {
      return new Malformed(
          origin, "expected a date as until=2027-01-31, found \"" + words[0] + "\"");
    }
  }
}
