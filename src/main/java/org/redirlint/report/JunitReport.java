package org.redirlint.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Severity;
import org.redirlint.diagnostic.SiteVerdict;
import org.redirlint.report.TestSuites.Outcome;
import org.redirlint.report.TestSuites.Suite;
import org.redirlint.report.TestSuites.Test;
import org.redirlint.source.Position;

/**
 * Findings as failed tests in the XML of JUnit's Ant task, and each site as a test of whether its
 * redirects end: passed where that is proved, skipped where it is undecided. What is only worth
 * knowing is a test that passed.
 */
public final class JunitReport implements Report {

  private static final String REDIRECTS_END = "no request is redirected for ever";

  @Override
  public void write(CheckResult result, Writer out) throws IOException {
    TestSuites.write(suites(result), out);
  }

  private static List<Suite> suites(CheckResult result) {
    List<Suite> suites = new ArrayList<>();
    for (FileFindings file : FileFindings.of(result)) {
      suites.add(
          new Suite(file.path(), file.diagnostics().stream().map(JunitReport::test).toList()));
    }
    if (!result.verdicts().isEmpty()) {
      suites.add(
          new Suite("redirects", result.verdicts().stream().map(JunitReport::test).toList()));
    }
    // A report without a test is taken for a check that did not run.
    if (suites.isEmpty()) {
      Test nothing = new Test("redirlint", "no issues found", Outcome.PASSED, "", List.of());
      suites.add(new Suite("redirlint", List.of(nothing)));
    }
    return suites;
  }

  private static Test test(Diagnostic diagnostic) {
    Position start = diagnostic.origin().start();
    List<String> details = new ArrayList<>();
    details.add(ErrorFormatReport.line(diagnostic));
    Note.of(diagnostic).forEach(note -> details.add(note.toString()));
    return new Test(
        diagnostic.origin().file().path(),
        "%s at %d:%d".formatted(diagnostic.rule().id(), start.line(), start.column()),
        diagnostic.severity() == Severity.INFO ? Outcome.PASSED : Outcome.FAILED,
        diagnostic.severity().label() + ": " + diagnostic.message(),
        details);
  }

  private static Test test(SiteVerdict verdict) {
    Outcome outcome =
        switch (verdict.verdict()) {
          case LOOP_FREE -> Outcome.PASSED;
          case LOOPS -> Outcome.FAILED;
          case UNDECIDED -> Outcome.SKIPPED;
        };
    return new Test(
        verdict.scope(), REDIRECTS_END, outcome, verdict.toString(), List.of(verdict.toString()));
  }
}
