package org.redirlint.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Severity;
import org.redirlint.diagnostic.SiteVerdict;
import org.redirlint.source.Position;

/**
 * Findings as failed tests in the XML of JUnit's Ant task, and each site as a test of whether its
 * redirects end: passed where that is proved, skipped where it is undecided. What is only worth
 * knowing is a test that passed.
 */
public final class JunitReport implements Report {

  private static final String REDIRECTS_END = "no request is redirected for ever";

  private enum Outcome {
    PASSED,
    FAILED,
    SKIPPED
  }

  private record Test(
      String group, String name, Outcome outcome, String message, List<String> details) {}

  private record Suite(String name, List<Test> tests) {
    long count(Outcome outcome) {
      return tests.stream().filter(test -> test.outcome == outcome).count();
    }
  }

  @Override
  public void write(CheckResult result, Writer out) throws IOException {
    List<Suite> suites = suites(result);
    Suite all =
        new Suite("redirlint", suites.stream().flatMap(suite -> suite.tests.stream()).toList());
    Markup xml = new Markup(out);
    start("testsuites", all, xml.declaration());
    for (Suite suite : suites) {
      start("testsuite", suite, xml);
      for (Test test : suite.tests) {
        write(test, xml);
      }
      xml.end().line();
    }
    xml.end().line().finish();
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

  private static void start(String name, Suite suite, Markup xml) throws IOException {
    xml.start(name)
        .attribute("name", suite.name)
        .attribute("tests", suite.tests.size())
        .attribute("failures", suite.count(Outcome.FAILED))
        .attribute("errors", 0)
        .attribute("skipped", suite.count(Outcome.SKIPPED))
        .attribute("time", 0)
        .line();
  }

  private static void write(Test test, Markup xml) throws IOException {
    xml.start("testcase")
        .attribute("classname", test.group)
        .attribute("name", test.name)
        .attribute("time", 0);
    Optional<String> element =
        switch (test.outcome) {
          case FAILED -> Optional.of("failure");
          case SKIPPED -> Optional.of("skipped");
          case PASSED -> test.details.isEmpty() ? Optional.empty() : Optional.of("system-out");
        };
    if (element.isPresent()) {
      xml.start(element.get());
      if (test.outcome != Outcome.PASSED) {
        xml.attribute("message", test.message);
      }
      for (String detail : test.details) {
        xml.text(detail).line();
      }
      xml.end();
    }
    xml.end().line();
  }
}
