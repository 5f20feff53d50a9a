package org.redirlint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.FailOn;
import org.redirlint.lint.Baseline;
import org.redirlint.lint.ChangedLines;
import org.redirlint.lint.ConcernedFiles;
import org.redirlint.lint.LintRequest;
import org.redirlint.lint.Progress;
import org.redirlint.lint.ProjectLinter;
import org.redirlint.lint.StagedFiles;
import org.redirlint.lint.fix.Fixes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

  private static final int PROGRESS_FROM = 100;

  @Spec CommandSpec spec;

  @Mixin final InputOptions input = new InputOptions();

  @Mixin final KnowledgeOptions known = new KnowledgeOptions();

  @Mixin final SettingsOptions settings = new SettingsOptions();

  @Mixin final ReportOptions reporting = new ReportOptions();

  @Mixin final FixOptions fixing = new FixOptions();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Findings that are not told again, as the baseline command writes them.")
  @Nullable Path baseline;

  @Option(
      names = "--changed-since",
      paramLabel = "REVISION",
      description =
          "Tell only what lies in lines changed since a revision of git, or leads through them.")
  @Nullable String revision;

  @Option(
      names = "--concerning",
      description = "Check the whole current folder, and tell of it what concerns the PATHs.")
  boolean concerning;

  @Option(
      names = "--staged",
      description =
          "Check what git would commit now instead of the files, and tell of it what concerns the"
              + " changed ones.")
  boolean staged;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "The least severity that makes the check fail: error, warning, info, never. (Default: warning)",
      defaultValue = "warning")
  FailOn failOn = FailOn.WARNING;

  @Option(
      names = {"-q", "--quiet"},
      description =
          "Say nothing but findings: no counts, no progress, no verdicts, which take their time.")
  boolean quiet;

  @Override
  public Integer call() throws IOException {
    ReportOptions.Reports reports = reporting.reports();
    LintRequest request = input.request(known.knowledge());
    fixing.validate(staged, request);
    boolean judging = reports.tellVerdicts(quiet);
    CheckResult result = changed(found(request, judging), request.workingFolder());
    if (fixing.isAsked()) {
      result = fixed(result, request, judging);
    }
    reports.write(result, quiet, fixing.isDryRun());
    return failOn.isReachedBy(result) ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
  }

  /** What is left is told of the files as they are now. */
  private CheckResult fixed(CheckResult found, LintRequest request, boolean judging)
      throws IOException {
    LintRequest checked = concerning ? ConcernedFiles.wholeFolder(request) : request;
    Fixes fixes = fixing.apply(found, checked, settings);
    if (fixing.isDryRun()) {
      return found;
    }
    CheckResult left =
        fixes.files().isEmpty() ? found : changed(found(request, judging), request.workingFolder());
    return left.with(fixes.outcome());
  }

  private CheckResult found(LintRequest request, boolean judging) throws IOException {
    if (staged && concerning) {
      throw new ParameterException(
          spec.commandLine(), "--staged and --concerning both say what to tell; leave out one");
    }
    if (staged) {
      try (StagedFiles files = StagedFiles.of(request.workingFolder())) {
        return files.concerning(check(files.in(request), judging));
      }
    }
    return concerning
        ? ConcernedFiles.of(request).in(check(ConcernedFiles.wholeFolder(request), judging))
        : check(request, judging);
  }

  /** A baseline numbers equal findings, so it has to see all of them before any is left out. */
  private CheckResult check(LintRequest request, boolean judging) {
    CheckResult all =
        new ProjectLinter(settings.finder(request.workingFolder()))
            .check(request, progress(), judging);
    return baseline == null ? all : Baseline.read(baseline).without(all);
  }

  private CheckResult changed(CheckResult found, Path workingFolder) {
    return revision == null ? found : ChangedLines.since(revision, workingFolder).in(found);
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
