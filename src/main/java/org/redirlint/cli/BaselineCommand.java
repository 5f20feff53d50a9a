package org.redirlint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.lint.Baseline;
import org.redirlint.lint.LintRequest;
import org.redirlint.lint.Progress;
import org.redirlint.lint.ProjectLinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code redirlint baseline}. */
@Command(
    name = "baseline",
    mixinStandardHelpOptions = true,
    versionProvider = Redirlint.Version.class,
    description =
        "Writes down what is found today, so that \"check --baseline\" tells only what is new.")
final class BaselineCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Mixin final InputOptions input = new InputOptions();

  @Mixin final KnowledgeOptions known = new KnowledgeOptions();

  @Mixin final SettingsOptions settings = new SettingsOptions();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "The file to write. (Default: .redirlint-baseline)",
      defaultValue = ".redirlint-baseline")
  Path output = Path.of(".redirlint-baseline");

  @Override
  public Integer call() throws IOException {
    LintRequest request = input.request(known.knowledge());
    CheckResult result =
        new ProjectLinter(settings.finder(request.workingFolder()))
            .check(request, Progress.NONE, false);
    try {
      Files.writeString(output, Baseline.text(result));
    } catch (IOException unwritable) {
      throw new ParameterException(
          spec.commandLine(), "Cannot write " + output + ": " + unwritable.getMessage());
    }
    PrintWriter out = spec.commandLine().getOut();
    int count = result.diagnostics().size();
    out.printf("%s holds %d %s.%n", output, count, count == 1 ? "finding" : "findings");
    out.flush();
    return ExitStatus.CLEAN;
  }
}
