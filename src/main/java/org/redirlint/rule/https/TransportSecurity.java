package org.redirlint.rule.https;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Sightings.Sighting;
import org.redirlint.semantics.Answer;

/**
 * What a {@code Strict-Transport-Security} header says.
 *
 * @param maxAge for how many seconds browsers are to come by https only
 * @param includeSubDomains whether the hosts below are meant as well
 * @param preload whether the host is to be put into browsers' own lists
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6797#section-6.1">RFC 6797 section 6.1</a>
 */
record TransportSecurity(long maxAge, boolean includeSubDomains, boolean preload) {

  /** The header's name. */
  static final String NAME = "Strict-Transport-Security";

  /** What the preload list asks for at least, in seconds: a year. */
  static final long YEAR = 31_536_000;

  private static final Pattern MAX_AGE = Pattern.compile("max-age\\s*=\\s*\"?([0-9]{1,18})");

  /** Reads a header's value; empty if it has no age. */
  static Optional<TransportSecurity> parse(String value) {
    List<String> directives =
        Stream.of(value.toLowerCase(Locale.ROOT).split(";")).map(String::strip).toList();
    for (String directive : directives) {
      Matcher age = MAX_AGE.matcher(directive);
      if (age.lookingAt()) {
        return Optional.of(
            new TransportSecurity(
                Long.parseLong(age.group(1)),
                directives.contains("includesubdomains"),
                directives.contains("preload")));
      }
    }
    return Optional.empty();
  }

  /** Returns the header that counts, the first one, of the answer to a request. */
  static Optional<Answer.Field<String>> field(Sighting sighting) {
    return sighting.hop().reply().answer() instanceof Answer.Response<String> response
        ? response.fields(NAME).stream().findFirst()
        : Optional.empty();
  }

  /** Returns what the header of the answer says; empty if there is none, or its value not known. */
  static Optional<TransportSecurity> of(Sighting sighting) {
    return field(sighting).flatMap(Answer.Field::value).flatMap(TransportSecurity::parse);
  }

  /** Tells whether the server itself answers, so that the header would be there. */
  static boolean isAnswered(Sighting sighting) {
    return sighting.hop().reply().answer() instanceof Answer.Response<String>;
  }

  /** Returns the directives that give the header, in the servers' order. */
  static Stream<Occurrence> directives(Project project) {
    return project
        .directives("add_header", "Header")
        .filter(
            at ->
                at.directive().arguments().stream()
                    .limit(3)
                    .anyMatch(word -> word.value().replaceFirst(":$", "").equalsIgnoreCase(NAME)));
  }

  /** Returns the directives that give the header a value. */
  static Stream<Occurrence> directives(Project project, String value) {
    return directives(project)
        .filter(
            at -> at.directive().arguments().stream().anyMatch(word -> word.value().equals(value)));
  }
}
