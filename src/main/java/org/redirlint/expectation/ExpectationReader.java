package org.redirlint.expectation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.redirlint.http.Method;
import org.redirlint.http.Url;
import org.redirlint.ruleset.yaml.Node;
import org.redirlint.ruleset.yaml.YamlFile;

/**
 * Reads expectations: a table of CSV whose columns are the URL, the status, the final URL and the
 * method, or as its first row names them; or a list in YAML with these names as keys.
 */
public final class ExpectationReader {

  private static final String URL = "url";
  private static final String STATUS = "status";
  private static final String FINAL = "final";
  private static final String METHOD = "method";
  private static final List<String> COLUMNS = List.of(URL, STATUS, FINAL, METHOD);

  /** What else the columns are called in the sheets of a move. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry(URL, URL),
          Map.entry("old url", URL),
          Map.entry("source", URL),
          Map.entry("from", URL),
          Map.entry(STATUS, STATUS),
          Map.entry("status code", STATUS),
          Map.entry("expected status", STATUS),
          Map.entry(FINAL, FINAL),
          Map.entry("final url", FINAL),
          Map.entry("expected final url", FINAL),
          Map.entry("new url", FINAL),
          Map.entry("target", FINAL),
          Map.entry("to", FINAL),
          Map.entry(METHOD, METHOD));

  private final String name;
  private final Optional<Url> base;

  private ExpectationReader(String name, Optional<Url> base) {
    this.name = name;
    this.base = base;
  }

  /**
   * Reads a file.
   *
   * @param name the file's name; its ending tells the format
   * @param text its content
   * @param base what a URL that is only a path belongs to
   * @throws MalformedExpectationException if something in it cannot be understood
   * @throws org.redirlint.ruleset.yaml.InvalidSettingsException if it is YAML, and broken
   */
  public static List<Expectation> read(String name, String text, Optional<Url> base) {
    ExpectationReader reader = new ExpectationReader(name, base);
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml") ? reader.yaml(text) : reader.csv(text);
  }

  private List<Expectation> yaml(String text) {
    List<Expectation> expectations = new ArrayList<>();
    for (Node node : YamlFile.read(name, text).asList()) {
      Node.Mapping row = node.asMapping();
      row.allow(Set.copyOf(COLUMNS));
      String place = name + ":" + row.place().position().line();
      expectations.add(
          expectation(
              place,
              row.get(URL).asText(),
              value(row, STATUS),
              value(row, FINAL),
              value(row, METHOD)));
    }
    return expectations;
  }

  private static String value(Node.Mapping row, String key) {
    return row.find(key).map(Node::asText).orElse("");
  }

  private List<Expectation> csv(String text) {
    List<Csv.Row> rows = Csv.rows(text);
    List<String> columns = COLUMNS;
    List<Expectation> expectations = new ArrayList<>();
    for (Csv.Row row : rows) {
      if (expectations.isEmpty() && columns == COLUMNS && isHead(row)) {
        columns = columns(row);
      } else if (!row.cell(0).startsWith("#")) {
        expectations.add(
            expectation(
                name + ":" + row.line(),
                row.cell(columns.indexOf(URL)),
                cell(row, columns, STATUS),
                cell(row, columns, FINAL),
                cell(row, columns, METHOD)));
      }
    }
    return expectations;
  }

  private static boolean isHead(Csv.Row row) {
    return row.cells().stream()
        .noneMatch(cell -> cell.strip().startsWith("/") || cell.contains("://"));
  }

  private List<String> columns(Csv.Row head) {
    List<String> columns =
        head.cells().stream()
            .map(cell -> NAMES.getOrDefault(cell.strip().toLowerCase(Locale.ROOT), ""))
            .toList();
    if (!columns.contains(URL)) {
      throw new MalformedExpectationException(
          name
              + ":"
              + head.line()
              + ": expected a column \"url\" among those that the first row names, or a URL");
    }
    return columns;
  }

  private static String cell(Csv.Row row, List<String> columns, String column) {
    int index = columns.indexOf(column);
    return index < 0 ? "" : row.cell(index);
  }

  private Expectation expectation(
      String place, String url, String status, String destination, String method) {
    Url asked = url(place, url, base);
    Expectation expectation =
        new Expectation(
            place,
            method.isEmpty() ? Method.GET : new Method(method.toUpperCase(Locale.ROOT)),
            asked,
            status(place, status),
            destination.isEmpty()
                ? Optional.empty()
                : Optional.of(url(place, destination, base.or(() -> Optional.of(asked)))));
    if (expectation.words().isEmpty()) {
      throw new MalformedExpectationException(
          place + ": expected a status, a final URL or both, found neither");
    }
    return expectation;
  }

  private static OptionalInt status(String place, String text) {
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!text.matches("[1-5][0-9][0-9]")) {
      throw new MalformedExpectationException(
          place + ": expected a status as 301, found \"" + text + "\"");
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  private static Url url(String place, String text, Optional<Url> base) {
    if (text.startsWith("/") && !text.startsWith("//")) {
      return base.flatMap(url -> url.resolve(text))
          .orElseThrow(
              () ->
                  new MalformedExpectationException(
                      place + ": \"" + text + "\" is a path: say of which site with --base"));
    }
    return Url.parse(text)
        .orElseThrow(
            () ->
                new MalformedExpectationException(
                    place + ": expected a URL or a path, found \"" + text + "\""));
  }
}
