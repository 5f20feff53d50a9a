package org.redirlint.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats, by the names users give them. A format's class is not loaded until it is used. */
public enum ReportFormat {
  /** For people, at a prompt. */
  TEXT,
  /** redirlint's own, for programs. */
  JSON,
  /** SARIF 2.1.0, for code hosts and editors. */
  SARIF,
  /** Annotations of GitHub Actions. */
  GITHUB,
  /** GitLab's Code Quality report. */
  GITLAB,
  /** Checkstyle's XML. */
  CHECKSTYLE,
  /** JUnit's XML. */
  JUNIT,
  /** One line for each finding. */
  ERRORFORMAT,
  /** A page for browsers. */
  HTML;

  /** Returns the name users write, in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the format of that name, whatever its case. */
  public static Optional<ReportFormat> find(String label) {
    return Arrays.stream(values())
        .filter(format -> format.label().equals(label.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** Returns all names, separated by commas. */
  public static String labels() {
    return Arrays.stream(values()).map(ReportFormat::label).collect(Collectors.joining(", "));
  }

  /**
   * Tells whether reports of this format hold what is proved of each site.
   *
   * @param quiet whether text leaves out its counts
   */
  public boolean tellsVerdicts(boolean quiet) {
    return switch (this) {
      case TEXT -> !quiet;
      case JSON, SARIF, JUNIT, HTML -> true;
      case GITHUB, GITLAB, CHECKSTYLE, ERRORFORMAT -> false;
    };
  }

  /**
   * Returns the format.
   *
   * @param color whether text has colours
   * @param quiet whether text leaves out its counts
   */
  public Report report(boolean color, boolean quiet) {
    return switch (this) {
      case TEXT -> new TextReport(color, quiet);
      case JSON -> new JsonReport();
      case SARIF -> new SarifReport();
      case GITHUB -> new GitHubReport();
      case GITLAB -> new GitLabReport();
      case CHECKSTYLE -> new CheckstyleReport();
      case JUNIT -> new JunitReport();
      case ERRORFORMAT -> new ErrorFormatReport();
      case HTML -> new HtmlReport();
    };
  }
}
