package org.redirlint.resolve.httpd;

import java.util.Optional;
import java.util.Set;

/**
 * What httpd asks of every directive before it looks at what it says: that it may stand there, and
 * has as many arguments as it needs.
 */
final class DirectiveCheck {

  private static final Set<String> WITHOUT_ARGUMENTS =
      Set.of("<else", "<requireall", "<requireany", "<requirenone");
  private static final Set<String> WITH_METHODS = Set.of("<limit", "<limitexcept", "<virtualhost");

  private DirectiveCheck() {}

  /**
   * Checks a directive.
   *
   * @throws RefusedException if httpd refuses it at this place, or for the number of its arguments
   */
  static void check(Statement statement, Place place) throws RefusedException {
    Optional<DirectiveTable.Entry> entry = DirectiveTable.of(statement.name());
    if (entry.isEmpty()) {
      refuse(noName(statement.source().name()));
      return;
    }
    refuse(place.refusal(statement, entry.get()));
    refuse(entry.get().count().refusal(entry.get().name(), statement.arguments()));
    if (statement.name().startsWith("<")) {
      refuse(section(statement, place));
    }
  }

  private static void refuse(Optional<String> reason) throws RefusedException {
    if (reason.isPresent()) {
      throw new RefusedException(reason.get());
    }
  }

  /** A module that is not known may have any directive whose name is written in ASCII. */
  private static Optional<String> noName(String name) {
    return name.chars().allMatch(c -> c > ' ' && c < 0x7F)
        ? Optional.empty()
        : Optional.of(
            "Invalid command '"
                + logged(name)
                + "', perhaps misspelled or defined by a module not included in the server"
                + " configuration");
  }

  /** Returns a text as httpd's log shows it. */
  private static String logged(String text) {
    StringBuilder logged = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      logged.append(c > ' ' && c < 0x7F ? String.valueOf(c) : "\\x%02x".formatted((int) c));
    }
    return logged.toString();
  }

  private static Optional<String> section(Statement statement, Place place) {
    String name = "<" + statement.source().name() + ">";
    int count = statement.arguments().size();
    if (statement.name().startsWith("<files") && place.inLocation()) {
      return Optional.of(name + " cannot occur within <Location> section");
    }
    if (WITHOUT_ARGUMENTS.contains(statement.name())) {
      return count == 0
          ? Optional.empty()
          : Optional.of(
              name
                  + (statement.name().equals("<else")
                      ? " does not take an argument"
                      : " directive doesn't take additional arguments"));
    }
    if (count == 0) {
      return Optional.of(name + " directive requires additional arguments");
    }
    boolean several = count > (statement.argument(0).equals("~") ? 2 : 1);
    if (several && !WITH_METHODS.contains(statement.name())) {
      return Optional.of(
          "Multiple "
              + name
              + (statement.name().contains("if")
                  ? " arguments not supported."
                  : " arguments not (yet) supported."));
    }
    return Optional.empty();
  }
}
