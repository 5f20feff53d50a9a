package org.redirlint.regex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What PCRE2 10.42 (8-bit, no UTF, no JIT) answered, recorded in {@code testdata/regex}. */
final class Recorded {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Recorded() {}

  /**
   * One pattern.
   *
   * @param pattern the pattern
   * @param ignoreCase whether it was compiled with PCRE2_CASELESS
   * @param refused what PCRE2 says and where, if it refuses the pattern
   * @param matches what it found
   */
  record Entry(String pattern, boolean ignoreCase, Optional<String> refused, List<Found> matches) {}

  /**
   * One subject.
   *
   * @param subject the subject
   * @param groups what each group captured, {@code "-"} before a text and nothing for an unset one;
   *     empty if the pattern does not match
   */
  record Found(String subject, Optional<List<Optional<String>>> groups) {}

  static List<Entry> read(String file) {
    try {
      return Files.readAllLines(Path.of("testdata/regex", file)).stream()
          .map(line -> entry(JSON.readTree(line)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(JsonNode node) {
    Optional<String> refused =
        node.has("refused")
            ? Optional.of(node.get("refused").asString() + " @" + node.get("offset").asInt())
            : Optional.empty();
    List<Found> matches = new ArrayList<>();
    for (JsonNode match : node.path("matches")) {
      List<Optional<String>> groups = new ArrayList<>();
      for (JsonNode group : match.get("groups")) {
        groups.add(group.isNull() ? Optional.empty() : Optional.of(group.asString()));
      }
      boolean matched = match.get("groups").isArray();
      matches.add(
          new Found(
              match.get("subject").asString(), matched ? Optional.of(groups) : Optional.empty()));
    }
    return new Entry(
        node.get("pattern").asString(), node.path("ignoreCase").asBoolean(false), refused, matches);
  }
}
