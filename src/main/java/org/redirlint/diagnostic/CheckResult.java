package org.redirlint.diagnostic;

import java.util.List;

/**
 * What a check found.
 *
 * @param files the number of files read, included ones among them
 * @param diagnostics what is wrong, by file and place
 */
public record CheckResult(int files, List<Diagnostic> diagnostics) {

  public CheckResult {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Returns the number of diagnostics of a severity. */
  public long count(Severity severity) {
    return diagnostics.stream().filter(diagnostic -> diagnostic.severity() == severity).count();
  }
}
