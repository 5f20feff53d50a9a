package org.redirlint.diagnostic;

import java.util.List;

/**
 * What a check found.
 *
 * @param files the number of files read, included ones among them
 * @param diagnostics what is wrong, by file and place
 * @param verdicts what is known of all requests to each site
 */
public record CheckResult(int files, List<Diagnostic> diagnostics, List<SiteVerdict> verdicts) {

  public CheckResult {
    diagnostics = List.copyOf(diagnostics);
    verdicts = List.copyOf(verdicts);
  }

  /** Returns the number of diagnostics of a severity. */
  public long count(Severity severity) {
    return diagnostics.stream().filter(diagnostic -> diagnostic.severity() == severity).count();
  }
}
