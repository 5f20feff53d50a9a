package org.redirlint.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.redirlint.lint.UnknownRuleException;
import org.redirlint.lint.UnreadablePathException;
import org.redirlint.report.ToolVersion;
import org.redirlint.ruleset.yaml.InvalidSettingsException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The command {@code redirlint}. */
@Command(
    name = "redirlint",
    mixinStandardHelpOptions = true,
    versionProvider = Redirlint.Version.class,
    description =
        "Tells what is wrong with the redirects of nginx and Apache httpd before they go live.",
    subcommands = {
      CheckCommand.class,
      BaselineCommand.class,
      InitCommand.class,
      TraceCommand.class,
      TestCommand.class,
      RulesCommand.class,
      ExplainCommand.class,
      InstallHookCommand.class,
      GenerateCompletion.class
    })
public final class Redirlint {

  /** Runs a command and leaves with its exit status. */
  public static void main(String[] arguments) {
    System.exit(
        commandLine(
                new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true),
                new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true))
            .execute(arguments));
  }

  /** Returns the command line, writing to the two writers. */
  public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    CommandLine commandLine = new CommandLine(new Redirlint());
    commandLine
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(LocalDate.class, Redirlint::date)
        .setParameterExceptionHandler(Redirlint::misused)
        .setExecutionExceptionHandler(Redirlint::failed);
    return commandLine;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notDate) {
      throw new TypeConversionException("expected a date as 2027-01-31, found \"" + text + "\"");
    }
  }

  private static int misused(ParameterException misuse, String[] ignored) {
    CommandLine command = misuse.getCommandLine();
    command.getErr().println("redirlint: " + misuse.getMessage());
    command.getErr().println("Try \"" + command.getCommandSpec().qualifiedName() + " --help\".");
    return ExitStatus.USAGE;
  }

  private static int failed(Exception failure, CommandLine command, ParseResult ignored) {
    if (failure instanceof UnknownRuleException unknown) {
      String message = String.valueOf(unknown.getMessage());
      return misused(
          new ParameterException(
              command, Character.toUpperCase(message.charAt(0)) + message.substring(1)),
          new String[0]);
    }
    if (failure instanceof UnreadablePathException || failure instanceof InvalidSettingsException) {
      command.getErr().println("redirlint: " + failure.getMessage());
      return ExitStatus.USAGE;
    }
    command.getErr().println("redirlint: this is a mistake in redirlint itself:");
    failure.printStackTrace(command.getErr());
    return ExitStatus.INTERNAL_ERROR;
  }

  /** The version this jar was built as. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"redirlint " + ToolVersion.current()};
    }
  }
}
