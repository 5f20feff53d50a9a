package org.redirlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redirlint.Golden;
import org.redirlint.report.ToolVersion;

/** What people see at the prompt: each file in {@code testdata/cli} is a command and its answer. */
class CommandLineTest {

  private static final String PROMPT = "$ redirlint";

  static Stream<Path> sessions() {
    return Golden.list(Golden.TESTDATA.resolve("cli")).stream();
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void answers(Path session) throws IOException {
    String prompt = Files.readAllLines(session).get(0);
    assertThat(prompt).startsWith(PROMPT);
    String arguments = prompt.substring(PROMPT.length()).strip();
    Prompt.Answer answer = Prompt.run(arguments.isEmpty() ? new String[0] : arguments.split(" "));
    Golden.check(
        session,
        prompt
            + "\n"
            + withoutVersion(answer.out())
            + answer
                .err()
                .lines()
                .map(line -> ("! " + line).stripTrailing() + "\n")
                .reduce("", String::concat)
            + "exit status "
            + answer.status()
            + "\n");
  }

  @Test
  void outputGoesToAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("findings.json");
    Prompt.Answer answer =
        Prompt.run(
            "check", "--format", "json", "--output", file.toString(), "testdata/sites/simple-307");
    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.out()).isEmpty();
    assertThat(file).content().contains("\"rule\":\"stray-307\"");
  }

  @Test
  void eachFormatGoesToItsFile(@TempDir Path folder) {
    Prompt.Answer answer =
        Prompt.run(
            "check",
            "--format",
            "sarif=" + folder.resolve("a.sarif"),
            "--format",
            "errorformat",
            "--format",
            "junit=" + folder.resolve("a=b.xml"),
            "testdata/sites/simple-307");
    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.out()).contains(":3:50: warning: ");
    assertThat(folder.resolve("a.sarif")).content().contains("\"ruleId\":\"stray-307\"");
    assertThat(folder.resolve("a=b.xml")).content().startsWith("<?xml").contains("<testsuites ");
  }

  @Test
  void aFileThatCannotBeWrittenIsWrongUsage(@TempDir Path folder) {
    Prompt.Answer answer =
        Prompt.run(
            "check", "--output", folder.resolve("no/such/folder").toString(), "testdata/sites");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err()).contains("Cannot write");
  }

  @Test
  void theShellLearnsToCompleteCommands() {
    assertThat(Prompt.run("generate-completion").out()).contains("complete -F", "--path-map");
  }

  @Test
  void everyCommandHasHelpAndVersion() {
    for (String command : List.of("check", "rules", "explain")) {
      assertThat(Prompt.run(command, "--help").out()).startsWith("Usage: redirlint " + command);
      assertThat(Prompt.run(command, "--version").out()).startsWith("redirlint ");
    }
    assertThat(Prompt.run("--help").out()).startsWith("Usage: redirlint");
    assertThat(Prompt.run("--version").out()).matches("redirlint \\d+\\.\\d+\\.\\d+\\S*\\s+");
  }

  /** A release changes no session. */
  private static String withoutVersion(String out) {
    String version = ToolVersion.current();
    return out.replace("semanticVersion\":\"" + version, "semanticVersion\":\"VERSION")
        .replace("<checkstyle version=\"" + version, "<checkstyle version=\"VERSION")
        .replace("<footer>redirlint " + version, "<footer>redirlint VERSION");
  }
}
