package org.redirlint.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.redirlint.lint.GitHook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code redirlint install-hook}. */
@Command(
    name = "install-hook",
    mixinStandardHelpOptions = true,
    versionProvider = Redirlint.Version.class,
    description =
        "Lets git check what is about to be committed in the current repository. A hook that is"
            + " there is kept, and runs first.")
final class InstallHookCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Option(
      names = "--uninstall",
      description = "Take the hook away, and put back the one that was there before.")
  boolean uninstall;

  @Override
  public Integer call() throws IOException {
    GitHook hook = GitHook.of(Path.of("").toRealPath());
    PrintWriter out = spec.commandLine().getOut();
    try {
      out.println(uninstall ? uninstalled(hook) : installed(hook));
    } catch (IOException unwritable) {
      throw new ParameterException(
          spec.commandLine(), "Cannot write " + hook.file() + ": " + unwritable.getMessage());
    }
    out.flush();
    return ExitStatus.CLEAN;
  }

  private static String uninstalled(GitHook hook) throws IOException {
    return hook.uninstall()
        ? hook.file() + " is as it was before."
        : hook.file() + " is no hook of redirlint: nothing to take away.";
  }

  private static String installed(GitHook hook) throws IOException {
    hook.install(command());
    return hook.file()
        + " checks what is committed from now on"
        + (Files.exists(hook.before()) ? ", after " + hook.before() + "." : ".");
  }

  /** The launcher tells its name; without one, this Java runs these classes again. */
  private static List<String> command() {
    String launcher = System.getProperty("redirlint.command", "");
    return launcher.isEmpty()
        ? List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator)),
            Redirlint.class.getName())
        : List.of(launcher);
  }
}
