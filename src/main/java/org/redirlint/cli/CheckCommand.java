package org.redirlint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.redirlint.ast.Dialect;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.FailOn;
import org.redirlint.lint.LintRequest;
import org.redirlint.lint.Progress;
import org.redirlint.lint.ProjectLinter;
import org.redirlint.source.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  private static final String STANDARD_INPUT = "-";
  private static final int PROGRESS_FROM = 100;

  @Spec private CommandSpec spec;

  @Mixin private final KnowledgeOptions known = new KnowledgeOptions();

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Mixin private final ReportOptions reporting = new ReportOptions();

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
      names = {"-q", "--quiet"},
      description = "Say nothing but findings: no counts, no progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    ReportOptions.Reports reports = reporting.reports();
    LintRequest request = request();
    CheckResult result =
        new ProjectLinter(settings.finder(request.workingFolder())).check(request, progress());
    reports.write(result, quiet);
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
}
