package org.redirlint.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.redirlint.expectation.Expectation;
import org.redirlint.expectation.ExpectationReader;
import org.redirlint.expectation.MalformedExpectationException;
import org.redirlint.expectation.Outcome;
import org.redirlint.expectation.OutcomesText;
import org.redirlint.http.Url;
import org.redirlint.report.TestSuites;
import org.redirlint.semantics.Follower;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code redirlint test}: whether old URLs lead where they are expected to. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    versionProvider = Redirlint.Version.class,
    description =
        "Tells which URLs would not be answered as expected: a table of URL, status, final URL and"
            + " method (CSV, or a list in YAML).",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all is as expected",
      "1:something is not",
      "2:called wrongly, or a path or an expectation cannot be read",
      "3:an error in redirlint itself"
    })
final class TestCommand implements Callable<Integer> {

  private static final int MOST_HOPS = 20;

  /** In which format to write. */
  enum Format {
    TEXT,
    JUNIT
  }

  @Spec CommandSpec spec;

  @Mixin final TargetOptions configuration = new TargetOptions();

  @Parameters(
      index = "0",
      paramLabel = "EXPECTATIONS",
      description = "The file with what is expected; .csv, .tsv, .yaml.")
  Path expectations = Path.of("");

  @Parameters(
      index = "1..*",
      paramLabel = "PATH",
      description =
          "The configuration: files and folders. Without a PATH the current folder is searched.")
  List<String> paths = List.of();

  @Option(
      names = "--base",
      paramLabel = "URL",
      description = "The site that URLs belong to which are only paths.")
  @Nullable String base;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How to write: text, junit. (Default: text)",
      defaultValue = "text")
  Format format = Format.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write to a file instead of standard output.")
  @Nullable Path output;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing but what differs.")
  boolean quiet;

  @Override
  public Integer call() throws IOException {
    List<Expectation> expected = expected();
    Follower follower = configuration.follower(paths, Optional.empty(), true, MOST_HOPS);
    List<Outcome> outcomes =
        expected.stream().map(expectation -> Outcome.of(expectation, follower)).toList();
    write(outcomes);
    return outcomes.stream().allMatch(Outcome::isMet) ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
  }

  private List<Expectation> expected() {
    Optional<Url> site = Optional.ofNullable(base).map(this::url);
    String text;
    try {
      text = Files.readString(expectations);
    } catch (IOException unreadable) {
      throw usage("Cannot read " + expectations + ": there is no such file of UTF-8 text");
    }
    try {
      List<Expectation> expected = ExpectationReader.read(expectations.toString(), text, site);
      if (expected.isEmpty()) {
        throw usage(expectations + " expects nothing");
      }
      return expected;
    } catch (MalformedExpectationException malformed) {
      throw usage(String.valueOf(malformed.getMessage()));
    }
  }

  private Url url(String text) {
    return Url.parse(text)
        .orElseThrow(
            () ->
                usage(
                    "Invalid value for option '--base': expected a URL of http or https, found \""
                        + text
                        + "\""));
  }

  private void write(List<Outcome> outcomes) throws IOException {
    if (output == null) {
      PrintWriter out = spec.commandLine().getOut();
      write(outcomes, out);
      out.flush();
      return;
    }
    try (Writer out =
        new OutputStreamWriter(Files.newOutputStream(output), StandardCharsets.UTF_8)) {
      write(outcomes, out);
    } catch (IOException unwritable) {
      throw usage("Cannot write " + output + ": " + unwritable.getMessage());
    }
  }

  private void write(List<Outcome> outcomes, Writer out) throws IOException {
    switch (format) {
      case TEXT -> OutcomesText.write(outcomes, quiet, out);
      case JUNIT -> TestSuites.write(List.of(suite(outcomes)), out);
    }
  }

  private TestSuites.Suite suite(List<Outcome> outcomes) {
    return new TestSuites.Suite(
        expectations.toString(), outcomes.stream().map(TestCommand::test).toList());
  }

  private static TestSuites.Test test(Outcome outcome) {
    Expectation expectation = outcome.expectation();
    return new TestSuites.Test(
        expectation.place(),
        expectation.method() + " " + expectation.url(),
        outcome.isMet() ? TestSuites.Outcome.PASSED : TestSuites.Outcome.FAILED,
        "expected " + expectation.words() + ", found " + outcome.words(),
        List.of());
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
