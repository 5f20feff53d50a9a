package org.redirlint.diagnostic;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What users can read about a rule.
 *
 * @param id its name, as {@code stray-307}
 * @param since the version that brought it; {@link #OWN} for a project's own
 * @param severity how much its findings matter
 * @param servers the servers it applies to: {@code nginx}, {@code httpd}
 * @param summary what it finds, one line
 * @param why what is bad about it
 * @param help how to mend it
 * @param options what projects may set, with what holds where they do not, by name
 * @param references where to read on: RFC sections, server documentation
 */
public record RuleInfo(
    String id,
    String since,
    Severity severity,
    List<String> servers,
    String summary,
    String why,
    String help,
    SortedMap<String, List<String>> options,
    List<String> references) {

  /** Takes a rule without options. */
  public RuleInfo(
      String id,
      String since,
      Severity severity,
      List<String> servers,
      String summary,
      String why,
      String help,
      List<String> references) {
    this(id, since, severity, servers, summary, why, help, new TreeMap<>(), references);
  }

  /** The word for the version of a rule that did not come with redirlint. */
  public static final String OWN = "own";

  public RuleInfo {
    servers = List.copyOf(servers);
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    references = List.copyOf(references);
  }
}
