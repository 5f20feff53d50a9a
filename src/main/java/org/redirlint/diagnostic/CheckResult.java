package org.redirlint.diagnostic;

import java.util.List;

/**
 * What a check found.
 *
 * @param files the number of files read, included ones among them
 * @param diagnostics what is wrong, by file and place
 * @param verdicts what is known of all requests to each site
 * @param leftOut the number of diagnostics that are not told, as they are known already
 * @param fixes what became of the fixes of what was found before
 */
public record CheckResult(
    int files,
    List<Diagnostic> diagnostics,
    List<SiteVerdict> verdicts,
    int leftOut,
    FixOutcome fixes) {

  public CheckResult {
    diagnostics = List.copyOf(diagnostics);
    verdicts = List.copyOf(verdicts);
  }

  /** Takes what a check found that was not asked to fix anything. */
  public CheckResult(int files, List<Diagnostic> diagnostics, List<SiteVerdict> verdicts) {
    this(files, diagnostics, verdicts, 0, FixOutcome.NONE);
  }

  /** Returns what checks of several parts found, in their order. */
  public static CheckResult together(List<CheckResult> parts) {
    return new CheckResult(
        parts.stream().mapToInt(CheckResult::files).sum(),
        parts.stream().flatMap(part -> part.diagnostics.stream()).toList(),
        parts.stream().flatMap(part -> part.verdicts.stream()).toList());
  }

  /** Returns the same with some of its diagnostics, the others being counted. */
  public CheckResult only(List<Diagnostic> told) {
    return new CheckResult(
        files, told, verdicts, leftOut + diagnostics.size() - told.size(), fixes);
  }

  /** Returns the same, and what became of fixes. */
  public CheckResult with(FixOutcome outcome) {
    return new CheckResult(files, diagnostics, verdicts, leftOut, outcome);
  }

  /** Returns the number of diagnostics of a severity. */
  public long count(Severity severity) {
    return diagnostics.stream().filter(diagnostic -> diagnostic.severity() == severity).count();
  }
}
