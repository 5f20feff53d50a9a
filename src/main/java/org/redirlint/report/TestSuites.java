package org.redirlint.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** Tests and how they went, in the XML of JUnit's Ant task. */
public final class TestSuites {

  private TestSuites() {}

  /** How a test went. */
  public enum Outcome {
    /** As it should. */
    PASSED,
    /** Not as it should. */
    FAILED,
    /** Nobody can tell. */
    SKIPPED
  }

  /**
   * A test.
   *
   * @param group what it belongs to
   * @param name what it is called
   * @param outcome how it went
   * @param message why, if it did not pass
   * @param details more lines to read
   */
  public record Test(
      String group, String name, Outcome outcome, String message, List<String> details) {

    /** Takes a copy. */
    public Test {
      details = List.copyOf(details);
    }
  }

  /**
   * Tests that belong together.
   *
   * @param name what they are called
   * @param tests the tests
   */
  public record Suite(String name, List<Test> tests) {

    /** Takes a copy. */
    public Suite {
      tests = List.copyOf(tests);
    }

    private long count(Outcome outcome) {
      return tests.stream().filter(test -> test.outcome() == outcome).count();
    }
  }

  /** Writes suites as one document. */
  public static void write(List<Suite> suites, Writer out) throws IOException {
    Suite all =
        new Suite("redirlint", suites.stream().flatMap(suite -> suite.tests().stream()).toList());
    Markup xml = new Markup(out);
    start("testsuites", all, xml.declaration());
    for (Suite suite : suites) {
      start("testsuite", suite, xml);
      for (Test test : suite.tests()) {
        write(test, xml);
      }
      xml.end().line();
    }
    xml.end().line().finish();
  }

  private static void start(String name, Suite suite, Markup xml) throws IOException {
    xml.start(name)
        .attribute("name", suite.name())
        .attribute("tests", suite.tests().size())
        .attribute("failures", suite.count(Outcome.FAILED))
        .attribute("errors", 0)
        .attribute("skipped", suite.count(Outcome.SKIPPED))
        .attribute("time", 0)
        .line();
  }

  private static void write(Test test, Markup xml) throws IOException {
    xml.start("testcase")
        .attribute("classname", test.group())
        .attribute("name", test.name())
        .attribute("time", 0);
    Optional<String> element =
        switch (test.outcome()) {
          case FAILED -> Optional.of("failure");
          case SKIPPED -> Optional.of("skipped");
          case PASSED -> test.details().isEmpty() ? Optional.empty() : Optional.of("system-out");
        };
    if (element.isPresent()) {
      xml.start(element.get());
      if (test.outcome() != Outcome.PASSED) {
        xml.attribute("message", test.message());
      }
      for (String detail : test.details()) {
        xml.text(detail).line();
      }
      xml.end();
    }
    xml.end().line();
  }
}
