package org.redirlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import picocli.CommandLine;

/** redirlint as the command-line jar holds it, with the options in plain instructions. */
final class PlainProgram implements AutoCloseable {

  private final Own classes;

  private PlainProgram(Own classes) {
    this.classes = classes;
  }

  /** Writes the plain instructions as the build does, and compiles them, below a scratch folder. */
  static PlainProgram in(Path scratch) throws Exception {
    String libraries = System.getProperty("java.class.path");
    Path source = scratch.resolve("sources/org/redirlint/cli/CommandModel.java");
    Process writing =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                libraries,
                "src/dist/build/PlainCommands.java",
                source.toString())
            .inheritIO()
            .start();
    assertThat(writing.waitFor()).isZero();
    Path compiled = scratch.resolve("classes");
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(
                    null,
                    null,
                    null,
                    "-proc:none",
                    "-cp",
                    libraries,
                    "-d",
                    compiled.toString(),
                    source.toString()))
        .isZero();
    URL[] places = {
      compiled.toUri().toURL(), Redirlint.class.getProtectionDomain().getCodeSource().getLocation()
    };
    return new PlainProgram(new Own(places));
  }

  /** Returns the command line with all its commands. */
  CommandLine commandLine() throws ReflectiveOperationException {
    Class<?> program = classes.loadClass(Redirlint.class.getName());
    assertThat(program).isNotSameAs(Redirlint.class);
    assertThat(classes.loadClass(CommandModel.class.getName()).getDeclaredMethods())
        .hasSizeGreaterThan(CommandModel.class.getDeclaredMethods().length);
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return (CommandLine)
        program
            .getMethod("commandLine", PrintWriter.class, PrintWriter.class, String[].class)
            .invoke(null, nowhere, nowhere, new String[0]);
  }

  @Override
  public void close() throws IOException {
    classes.close();
  }

  /** Defines redirlint's classes itself, though others know them; all else is shared. */
  private static final class Own extends URLClassLoader {
    Own(URL[] places) {
      super(places, PlainProgram.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("org.redirlint.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
  }
}
