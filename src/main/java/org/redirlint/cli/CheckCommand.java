package org.redirlint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.redirlint.ast.Dialect;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Severity;
import org.redirlint.lint.LintRequest;
import org.redirlint.lint.Progress;
import org.redirlint.lint.ProjectLinter;
import org.redirlint.report.JsonReport;
import org.redirlint.report.Report;
import org.redirlint.report.TextReport;
import org.redirlint.source.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code redirlint check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Redirlint.Version.class,
    description = "Checks configuration files.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:nothing found that is as severe as --fail-on",
      "1:something found",
      "2:called wrongly, a path cannot be read, or settings are wrong",
      "3:an error in redirlint itself"
    })
final class CheckCommand implements Callable<Integer> {

  /** From which severity on a finding makes the check fail. */
  enum FailOn {
    ERROR,
    WARNING,
    INFO,
    NEVER;

    boolean isReachedBy(CheckResult result) {
      return this != NEVER
          && result.diagnostics().stream()
              .anyMatch(found -> found.severity().compareTo(Severity.valueOf(name())) >= 0);
    }
  }

  /** In which format to write. */
  enum Format {
    TEXT,
    JSON
  }

  private static final String STANDARD_INPUT = "-";
  private static final int PROGRESS_FROM = 100;

  @Spec private CommandSpec spec;

  @Mixin private final KnowledgeOptions known = new KnowledgeOptions();

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Parameters(
      paramLabel = "PATH",
      description =
          "Files, and folders to be searched for configuration files; - is standard input. Without"
              + " a PATH the current folder is searched.")
  private List<Path> paths = List.of();

  @Option(
      names = "--dialect",
      paramLabel = "DIALECT",
      description =
          "The language of all files: nginx, httpd, htaccess. Each file tells by itself if not given.")
  private @Nullable Dialect dialect;

  @Option(
      names = "--allow-root",
      paramLabel = "DIR",
      description =
          "A folder whose files may be included, besides those of the PATHs, the current one and the"
              + " targets of --path-map. Repeatable.")
  private List<Path> allowedRoots = List.of();

  @Option(
      names = "--stdin-filename",
      paramLabel = "NAME",
      description = "The name of the file on standard input.",
      defaultValue = "stdin")
  private String standardInputName = "stdin";

  @Option(
      names = "--today",
      paramLabel = "YYYY-MM-DD",
      description = "The day on which promises are measured; today if not given.")
  private @Nullable LocalDate today;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "The least severity that makes the check fail: error, warning, info, never. (Default: warning)",
      defaultValue = "warning")
  private FailOn failOn = FailOn.WARNING;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How to write findings: text, json. (Default: text)",
      defaultValue = "text")
  private Format format = Format.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write findings to a file instead of standard output.")
  private @Nullable Path output;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing but findings: no counts, no progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    LintRequest request = request();
    CheckResult result =
        new ProjectLinter(settings.finder(request.workingFolder())).check(request, progress());
    write(result);
    return failOn.isReachedBy(result) ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
  }

  private LintRequest request() throws IOException {
    boolean readsStandardInput = paths.contains(Path.of(STANDARD_INPUT));
    List<Path> onDisk =
        paths.stream().filter(path -> !path.equals(Path.of(STANDARD_INPUT))).toList();
    return new LintRequest(
        Path.of("").toRealPath(),
        onDisk.isEmpty() && !readsStandardInput ? List.of(Path.of("")) : onDisk,
        readsStandardInput
            ? Optional.of(SourceFile.of(standardInputName, System.in.readAllBytes()))
            : Optional.empty(),
        Optional.ofNullable(dialect),
        known.knowledge(Optional.empty(), Optional.empty()),
        allowedRoots,
        today == null ? LocalDate.now(ZoneId.systemDefault()) : today);
  }

  private Progress progress() {
    if (quiet || !Ansi.AUTO.enabled()) {
      return Progress.NONE;
    }
    PrintWriter err = spec.commandLine().getErr();
    return (done, total) -> {
      if (total >= PROGRESS_FROM) {
        err.printf("\r%d of %d files%s", done, total, done == total ? "\n" : "");
        err.flush();
      }
    };
  }

  private void write(CheckResult result) throws IOException {
    if (output == null) {
      PrintWriter out = spec.commandLine().getOut();
      report(Ansi.AUTO.enabled()).write(result, out);
      out.flush();
      return;
    }
    try (Writer out = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
      report(false).write(result, out);
    } catch (IOException unwritable) {
      throw new ParameterException(
          spec.commandLine(), "Cannot write " + output + ": " + unwritable.getMessage());
    }
  }

  private Report report(boolean color) {
    return switch (format) {
      case TEXT -> new TextReport(color, quiet);
      case JSON -> new JsonReport();
    };
  }
}
