package org.redirlint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.redirlint.lint.settings.InitialSettings;
import org.redirlint.lint.settings.SettingsFinder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code redirlint init}. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    versionProvider = Redirlint.Version.class,
    description = "Looks at the current folder and writes a commented .redirlint.yaml for it.")
final class InitCommand implements Runnable {

  @Spec CommandSpec spec;

  @Override
  public void run() {
    Path file = Path.of(SettingsFinder.NAME);
    try {
      Files.writeString(
          file, InitialSettings.of(Path.of("").toRealPath()), StandardOpenOption.CREATE_NEW);
    } catch (IOException unwritable) {
      throw new ParameterException(
          spec.commandLine(),
          Files.exists(file)
              ? file + " is there already"
              : "Cannot write " + file + ": " + unwritable.getMessage());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s is written; \"redirlint check\" follows it.%n", file);
    out.flush();
  }
}
