package org.redirlint.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.report.ReportFormat;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that tell how and where to write findings. */
final class ReportOptions {

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT[=FILE]",
      description =
          "How to write findings, and the file to write them to: text, json, sarif, github, gitlab,"
              + " checkstyle, junit, errorformat, html. Repeatable; one at most goes to standard"
              + " output. (Default: text)")
  List<String> formats = List.of();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write findings to a file instead of standard output.")
  @Nullable Path output;

  /** A format, and the file it is written to; standard output if there is none. */
  private record Destination(ReportFormat format, Optional<Path> file) {}

  /**
   * Returns where findings go.
   *
   * @throws ParameterException if the options contradict each other
   */
  Reports reports() {
    List<Destination> destinations =
        formats.isEmpty()
            ? List.of(new Destination(ReportFormat.TEXT, Optional.ofNullable(output)))
            : formats.stream().map(this::destination).toList();
    if (output != null && formats.size() > 1) {
      throw misuse(
          "--output goes with a single --format; name a file for each, as in --format"
              + " sarif=findings.sarif");
    }
    if (destinations.stream().filter(to -> to.file().isEmpty()).count() > 1) {
      throw misuse(
          "Only one format can go to standard output; name a file for the others, as in --format"
              + " sarif=findings.sarif");
    }
    Set<Path> files = new HashSet<>();
    for (Destination to : destinations) {
      if (to.file().isPresent() && !files.add(to.file().get().toAbsolutePath().normalize())) {
        throw misuse("Two formats cannot go to the same file: " + to.file().get());
      }
    }
    return new Reports(destinations);
  }

  private Destination destination(String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    ReportFormat format =
        ReportFormat.find(name)
            .orElseThrow(
                () ->
                    misuse(
                        "Invalid value for option '--format': expected one of "
                            + ReportFormat.labels()
                            + ", found \""
                            + name
                            + "\""));
    if (equals < 0) {
      return new Destination(format, Optional.ofNullable(output));
    }
    if (output != null) {
      throw misuse("--output and --format " + text + " both name a file; leave out --output");
    }
    if (equals == text.length() - 1) {
      throw misuse("--format " + text + " names no file");
    }
    try {
      return new Destination(format, Optional.of(Path.of(text.substring(equals + 1))));
    } catch (InvalidPathException notPath) {
      throw misuse("--format " + text + ": " + notPath.getMessage());
    }
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Where findings go. */
  final class Reports {

    private final List<Destination> destinations;

    private Reports(List<Destination> destinations) {
      this.destinations = destinations;
    }

    /**
     * Tells whether what is proved of each site is written anywhere.
     *
     * @param quiet whether text leaves out its counts
     */
    boolean tellVerdicts(boolean quiet) {
      return destinations.stream().anyMatch(to -> to.format().tellsVerdicts(quiet));
    }

    /**
     * Writes a result to all its destinations.
     *
     * @param quiet whether text leaves out its counts
     * @param filesOnly whether nothing goes to standard output
     * @throws ParameterException if a file cannot be written
     */
    void write(CheckResult result, boolean quiet, boolean filesOnly) throws IOException {
      for (Destination to : destinations) {
        if (to.file().isPresent()) {
          writeFile(result, to.format(), to.file().get(), quiet);
        } else if (!filesOnly) {
          PrintWriter out = spec.commandLine().getOut();
          to.format().report(Ansi.AUTO.enabled(), quiet).write(result, out);
          out.flush();
        }
      }
    }

    /** A file's name that is no Unicode must not keep findings from being written. */
    private void writeFile(CheckResult result, ReportFormat format, Path file, boolean quiet) {
      try (Writer out =
          new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
        format.report(false, quiet).write(result, out);
      } catch (IOException unwritable) {
        throw misuse("Cannot write " + file + ": " + unwritable.getMessage());
      }
    }
  }
}
