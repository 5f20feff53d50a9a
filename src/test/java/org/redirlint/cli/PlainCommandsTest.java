package org.redirlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The options of the command-line jar are the same as those of the annotations. */
class PlainCommandsTest {

  @TempDir private static Path folder;

  private static PlainProgram plain;

  @BeforeAll
  static void write() throws Exception {
    plain = PlainProgram.in(folder);
  }

  @AfterAll
  static void close() throws Exception {
    plain.close();
  }

  /** The name of each command, and the empty one of the program itself. */
  static List<String> names() {
    return Stream.concat(Stream.of(""), annotated().getSubcommands().keySet().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void sayTheSame(String name) throws ReflectiveOperationException {
    CommandSpec written = command(plain.commandLine(), name);
    CommandSpec annotated = command(annotated(), name);
    assertThat(Described.attributes(written)).isEqualTo(Described.attributes(annotated));
    assertThat(Described.attributes(written.usageMessage()))
        .isEqualTo(Described.attributes(annotated.usageMessage()));
    assertThat(Described.attributes(written.parser()))
        .isEqualTo(Described.attributes(annotated.parser()));
    assertThat(written.args()).hasSameSizeAs(annotated.args());
    for (int i = 0; i < annotated.args().size(); i++) {
      assertThat(Described.attributes(written.args().get(i)))
          .isEqualTo(Described.attributes(annotated.args().get(i)));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void areHelpedTheSame(String name) throws ReflectiveOperationException {
    String[] words = words(name, "--help");
    assertThat(answer(plain.commandLine(), words))
        .isEqualTo(answer(annotated(), words))
        .contains("Usage: redirlint");
  }

  /** Each option is given once with a value and once without, each parameter on its own. */
  @ParameterizedTest
  @MethodSource("names")
  void holdTheSame(String name) throws ReflectiveOperationException {
    CommandLine written = plain.commandLine();
    CommandLine annotated = annotated();
    for (String[] words : calls(name)) {
      assertThat(held(written, name, words))
          .as(String.join(" ", words))
          .isEqualTo(held(annotated, name, words));
    }
  }

  private static List<String[]> calls(String name) {
    List<String[]> calls = new ArrayList<>(List.of(words(name), words(name, "--no-such-option")));
    for (ArgSpec argument : command(annotated(), name).args()) {
      if (argument instanceof OptionSpec option) {
        for (String spelling : option.names()) {
          calls.add(words(name, spelling));
          calls.add(words(name, spelling + "=" + value(argument)));
          calls.add(words(name, spelling, value(argument), spelling, value(argument)));
        }
      } else {
        calls.add(words(name, value(argument)));
        calls.add(words(name, value(argument), value(argument), value(argument)));
      }
    }
    return calls;
  }

  private static String value(ArgSpec argument) {
    Class<?> type = argument.auxiliaryTypes()[0];
    if (type.isEnum()) {
      return type.getEnumConstants()[0].toString();
    }
    return type == LocalDate.class ? "2027-01-31" : type == boolean.class ? "true" : "7";
  }

  /** Returns what the fields hold after a call, and what is wrong with the call. */
  private static Map<String, String> held(CommandLine program, String name, String... words)
      throws ReflectiveOperationException {
    String mistake = "none";
    try {
      program.parseArgs(words);
    } catch (ParameterException wrong) {
      mistake = String.valueOf(wrong.getMessage());
    }
    Map<String, String> held = Described.fields(command(program, name).userObject());
    held.put("mistake", mistake);
    return held;
  }

  private static String answer(CommandLine program, String... words) {
    StringWriter answer = new StringWriter();
    PrintWriter out = new PrintWriter(answer);
    int status = program.setOut(out).setErr(out).execute(words);
    return answer + "exit status " + status;
  }

  private static CommandSpec command(CommandLine program, String name) {
    CommandLine command = name.isEmpty() ? program : program.getSubcommands().get(name);
    return Objects.requireNonNull(command, name).getCommandSpec();
  }

  private static String[] words(String... words) {
    return Stream.of(words).filter(word -> !word.isEmpty()).toArray(String[]::new);
  }

  private static CommandLine annotated() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return Redirlint.commandLine(nowhere, nowhere);
  }
}
