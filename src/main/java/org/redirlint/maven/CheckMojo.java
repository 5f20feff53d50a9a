package org.redirlint.maven;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.FailOn;
import org.redirlint.diagnostic.Severity;
import org.redirlint.report.ReportFormat;

/** Checks the configuration files of a project, and fails the build if something is wrong. */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    threadSafe = true,
    requiresProject = false)
public final class CheckMojo extends AbstractRedirlintMojo {

  /** The least severity that fails the build: error, warning, info, never. */
  @Parameter(property = "redirlint.failOn", defaultValue = "warning")
  private String failOn = "warning";

  /**
   * In which format to write findings to a file, besides telling them in the log: text, json,
   * sarif, github, gitlab, checkstyle, junit, errorformat, html. No file is written without it.
   */
  @Parameter(property = "redirlint.format")
  private @Nullable String format;

  /**
   * The file findings are written to; if not given, {@code redirlint.} and the format in the build
   * directory.
   */
  @Parameter(property = "redirlint.outputFile")
  private @Nullable File outputFile;

  @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
  private File target = new File("target");

  /** Returns the goal, to be given its parameters by Maven. */
  public CheckMojo() {}

  @Override
  void run() throws IOException, MojoFailureException {
    FailOn least = failOn();
    if (format == null && outputFile != null) {
      throw new IllegalArgumentException("outputFile needs a format");
    }
    ReportFormat wanted = format == null ? ReportFormat.TEXT : format(format);
    CheckResult result = check();
    new FindingLog(getLog()).write(result);
    if (format != null) {
      File file = outputFile == null ? new File(target, "redirlint." + wanted.label()) : outputFile;
      write(wanted.report(false, false), result, file.toPath());
    }
    if (least.isReachedBy(result)) {
      throw new MojoFailureException(
          "redirlint found %s and %s"
              .formatted(
                  plural(result.count(Severity.ERROR), "error"),
                  plural(result.count(Severity.WARNING), "warning")));
    }
  }

  private FailOn failOn() {
    return Arrays.stream(FailOn.values())
        .filter(value -> value.name().equals(failOn.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "failOn is one of "
                        + Arrays.stream(FailOn.values())
                            .map(value -> value.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))
                        + ", not \""
                        + failOn
                        + "\""));
  }

  private static ReportFormat format(String name) {
    return ReportFormat.find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "format is one of " + ReportFormat.labels() + ", not \"" + name + "\""));
  }

  private static String plural(long number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }
}
