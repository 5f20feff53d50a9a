package org.redirlint.cli;

import java.io.PrintWriter;
import java.util.List;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.lint.LintRequest;
import org.redirlint.lint.ProjectLinter;
import org.redirlint.lint.fix.Fixer;
import org.redirlint.lint.fix.Fixes;
import org.redirlint.source.Printable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that tell whether to mend what is found. */
final class FixOptions {

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--fix",
      description =
          "Mend in the files what can be mended without changing other answers, and tell what is"
              + " left.")
  boolean fix;

  @Option(
      names = "--fix-dry-run",
      description = "Print what --fix would change, as a unified diff, and change nothing.")
  boolean dryRun;

  @Option(
      names = "--fix-backup",
      description = "With --fix: leave the old file beside each changed one, as NAME.bak.")
  boolean backup;

  /**
   * Says what contradicts the other options.
   *
   * @param staged whether what git would commit is checked instead of the files
   * @throws ParameterException if something does
   */
  void validate(boolean staged, LintRequest request) {
    if (backup && !fix) {
      throw misuse("--fix-backup goes with --fix");
    }
    if (!fix && !dryRun) {
      return;
    }
    String option = fix ? "--fix" : "--fix-dry-run";
    if (fix && dryRun) {
      throw misuse("--fix changes files and --fix-dry-run does not; leave out one");
    }
    if (staged) {
      throw misuse(option + " is about files, and --staged about what git would commit");
    }
    if (request.standardInput().isPresent()) {
      throw misuse(option + " is about files, and standard input is none");
    }
  }

  /** Tells whether something is to be mended, or shown how it would be. */
  boolean isAsked() {
    return fix || dryRun;
  }

  /** Tells whether a diff is printed in the place of findings. */
  boolean isDryRun() {
    return dryRun;
  }

  /**
   * Mends what was found, or prints how.
   *
   * @param request the files that were checked
   * @return what was mended, or would be
   */
  Fixes apply(CheckResult found, LintRequest request, SettingsOptions settings) {
    ProjectLinter judge = new ProjectLinter(settings.judgingFinder(request.workingFolder()));
    Fixes fixes = Fixer.fixes(judge, request, found.diagnostics(), settings.named());
    if (fix) {
      fixes.apply(backup);
    } else {
      PrintWriter out = spec.commandLine().getOut();
      List.copyOf(fixes.files().values())
          .forEach(file -> out.print(UnifiedDiff.of(file, Ansi.AUTO.enabled())));
      out.flush();
      PrintWriter err = spec.commandLine().getErr();
      fixes
          .outcome()
          .refused()
          .forEach(refused -> err.println("not fixed: " + Printable.of(refused.toString())));
    }
    return fixes;
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
