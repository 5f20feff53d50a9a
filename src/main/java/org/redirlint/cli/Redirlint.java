package org.redirlint.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
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
        "Tells what is wrong with the redirects of nginx and Apache httpd before they go live.")
public final class Redirlint {

  /** The commands, as the help lists them. */
  private static final List<String> COMMANDS =
      List.of(
          "check",
          "baseline",
          "init",
          "trace",
          "test",
          "rules",
          "explain",
          "install-hook",
          "generate-completion");

  /** Runs a command and leaves with its exit status. */
  public static void main(String[] arguments) {
    System.exit(
        commandLine(
                new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true),
                new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true),
                arguments)
            .execute(arguments));
  }

  /**
   * Returns the command line, writing to the two writers.
   *
   * @param arguments what it will be asked; the command they begin with is the only one that is
   *     made
   */
  public static CommandLine commandLine(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine commandLine = new CommandLine(CommandModel.of(new Redirlint()));
    for (String name : commands(arguments)) {
      commandLine.addSubcommand(name, CommandModel.of(command(name)));
    }
    commandLine
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(LocalDate.class, Redirlint::date)
        .setParameterExceptionHandler(Redirlint::misused)
        .setExecutionExceptionHandler(Redirlint::failed);
    return commandLine;
  }

  /** The completion tells of all commands, as the help and a mistake in a name do. */
  private static List<String> commands(String... arguments) {
    boolean one =
        arguments.length > 0
            && COMMANDS.contains(arguments[0])
            && !arguments[0].equals("generate-completion");
    return one ? List.of(arguments[0]) : COMMANDS;
  }

  private static Object command(String name) {
    return switch (name) {
      case "check" -> new CheckCommand();
      case "baseline" -> new BaselineCommand();
      case "init" -> new InitCommand();
      case "trace" -> new TraceCommand();
      case "test" -> new TestCommand();
      case "rules" -> new RulesCommand();
      case "explain" -> new ExplainCommand();
      case "install-hook" -> new InstallHookCommand();
      case "generate-completion" -> new GenerateCompletion();
      default -> throw new IllegalArgumentException("there is no command " + name);
    };
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
