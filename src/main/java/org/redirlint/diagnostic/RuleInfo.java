package org.redirlint.diagnostic;

import java.util.List;

/**
 * What users can read about a rule.
 *
 * @param id its name, as {@code stray-307}
 * @param since the version that brought it
 * @param severity how much its findings matter
 * @param servers the servers it applies to: {@code nginx}, {@code httpd}
 * @param summary what it finds, one line
 * @param why what is bad about it
 * @param help how to mend it
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
    List<String> references) {

  public RuleInfo {
    servers = List.copyOf(servers);
    references = List.copyOf(references);
  }
}
