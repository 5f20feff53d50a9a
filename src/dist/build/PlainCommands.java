import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redirlint.cli.Redirlint;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Spec;

/**
 * Writes the source of the class that tells the command line which options there are, in the place
 * of the one that reads it from annotations: Java makes a class for each kind of annotation when it
 * is first read, and no archive keeps these.
 */
final class PlainCommands {

  private static final String HEAD =
      """
      package org.redirlint.cli;

      import java.util.LinkedHashMap;
      import java.util.Map;
      import picocli.CommandLine.Model.CommandSpec;
      import picocli.CommandLine.Model.IGetter;
      import picocli.CommandLine.Model.ISetter;
      import picocli.CommandLine.Model.OptionSpec;
      import picocli.CommandLine.Model.PositionalParamSpec;

      @SuppressWarnings({"unchecked", "rawtypes"})
      final class CommandModel {
      """;

  /** A field that holds what an option was given, and how the code gets there from a command. */
  private record Value(String place, Class<?> type) {}

  private final StringBuilder written = new StringBuilder(HEAD);

  public static void main(String[] arguments) throws IOException {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    CommandLine program = Redirlint.commandLine(nowhere, nowhere);
    List<CommandSpec> commands = new ArrayList<>(List.of(program.getCommandSpec()));
    program.getSubcommands().values().forEach(command -> commands.add(command.getCommandSpec()));
    PlainCommands source = new PlainCommands();
    commands.removeIf(command -> command.userObject().getClass().getName().startsWith("picocli."));
    source.writeChoice(commands);
    commands.forEach(source::write);
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.getParent());
    Files.writeString(file, source.written + "}\n");
  }

  private void line(String text, Object... values) {
    written.append(text.formatted(values)).append('\n');
  }

  private void writeChoice(List<CommandSpec> commands) {
    line("static CommandSpec of(Object command) {");
    for (CommandSpec command : commands) {
      String type = command.userObject().getClass().getSimpleName();
      line("if (command instanceof %1$s it) { return of%1$s(it); }", type);
    }
    line("return CommandSpec.forAnnotatedObject(command);\n}");
  }

  private void write(CommandSpec command) {
    Class<?> type = command.userObject().getClass();
    Map<Class<?>, String> places = new LinkedHashMap<>();
    find(type, "it", places);
    line("private static CommandSpec of%1$s(%1$s it) {", type.getSimpleName());
    line("CommandSpec spec = CommandSpec.wrapWithoutInspection(it);");
    line("spec.name(%s);", literal(command.name()));
    if (command.versionProvider() != null) {
      line("spec.versionProvider(new %s());", name(command.versionProvider().getClass()));
    }
    writeUsage(command.usageMessage());
    places.forEach(this::writeSpecification);
    List<Value> values = new ArrayList<>();
    for (ArgSpec argument : command.args()) {
      if (argument instanceof OptionSpec option) {
        line("spec.addOption(OptionSpec.builder(%s)", literals(option.names()));
        line(".usageHelp(%s).versionHelp(%s)", option.usageHelp(), option.versionHelp());
        line(".negatable(%s).order(%s)", option.negatable(), option.order());
        line(".fallbackValue(%s)", literal(option.fallbackValue()));
      } else if (argument instanceof PositionalParamSpec parameter) {
        line("spec.addPositional(PositionalParamSpec.builder()");
        line(".index(%s)", literal(parameter.index().toString()));
        line(".arity(%s)", literal(parameter.arity().toString()));
      }
      writeArgument(type.getSimpleName(), argument, places, values);
    }
    line("return spec;\n}");
    if (!values.isEmpty()) {
      writeValues(type.getSimpleName(), values);
    }
  }

  /** Finds how the code gets from a command to the objects that hold its options. */
  private static void find(Class<?> type, String place, Map<Class<?>, String> places) {
    places.put(type, place);
    for (Field field : type.getDeclaredFields()) {
      if (field.isAnnotationPresent(Mixin.class)) {
        find(field.getType(), place + "." + field.getName(), places);
      }
    }
  }

  private void writeSpecification(Class<?> type, String place) {
    Arrays.stream(type.getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(Spec.class))
        .forEach(field -> line("%s.%s = spec;", place, field.getName()));
  }

  private void writeUsage(UsageMessageSpec usage) {
    line("spec.usageMessage().description(%s)", literals(usage.description()));
    line(".exitCodeListHeading(%s);", literal(usage.exitCodeListHeading()));
    if (!usage.exitCodeList().isEmpty()) {
      line("Map<String, String> statuses = new LinkedHashMap<>();");
      usage
          .exitCodeList()
          .forEach((status, text) -> line("statuses.put(%s, %s);", literal(status), literal(text)));
      line("spec.usageMessage().exitCodeList(statuses);");
    }
  }

  private void writeArgument(
      String command, ArgSpec argument, Map<Class<?>, String> places, List<Value> values) {
    line(".description(%s)", literals(argument.description()));
    line(".descriptionKey(%s)", literal(argument.descriptionKey()));
    line(".paramLabel(%s)", literal(argument.paramLabel()));
    line(".required(%s)", argument.required());
    line(".splitRegex(%s)", literal(argument.splitRegex()));
    line(".prompt(%s)", literal(argument.prompt()));
    if (argument.defaultValue() != null) {
      line(".defaultValue(%s)", literal(argument.defaultValue()));
    }
    line(".type(%s.class)", name(argument.type()));
    line(
        ".auxiliaryTypes(%s)",
        Arrays.stream(argument.auxiliaryTypes())
            .map(type -> name(type) + ".class")
            .collect(Collectors.joining(", ")));
    Field field = (Field) argument.userObject();
    String place = places.get(field.getDeclaringClass());
    if (place == null) {
      // What no object of ours holds, as that the help is asked for, the command line holds itself.
      line(".initialValue(%s)", argument.initialValue());
    } else {
      writeBinding(command, new Value(place + "." + field.getName(), field.getType()), values);
    }
    line(".build());");
  }

  private void writeBinding(String command, Value value, List<Value> values) {
    line(".getter(new Held%1$s(it, %2$d)).setter(new Held%1$s(it, %2$d))", command, values.size());
    line(".initialValue(%s)", value.place());
    values.add(value);
  }

  private void writeValues(String command, List<Value> values) {
    line("private record Held%1$s(%1$s it, int option) implements IGetter, ISetter {", command);
    line("@Override public <T> T get() {\nreturn (T) switch (option) {");
    for (int i = 0; i < values.size(); i++) {
      line("case %d -> (Object) %s;", i, values.get(i).place());
    }
    line("default -> throw new IllegalArgumentException();\n};\n}");
    line("@Override public <T> T set(T value) {\nT before = get();\nswitch (option) {");
    for (int i = 0; i < values.size(); i++) {
      line("case %d -> %s = (%s) value;", i, values.get(i).place(), boxed(values.get(i).type()));
    }
    line("default -> throw new IllegalArgumentException();\n}\nreturn before;\n}\n}");
  }

  private static String boxed(Class<?> type) {
    return name(MethodType.methodType(type).wrap().returnType());
  }

  private static String name(Class<?> type) {
    return type.getCanonicalName();
  }

  private static String literals(String... texts) {
    return Arrays.stream(texts).map(PlainCommands::literal).collect(Collectors.joining(", "));
  }

  private static String literal(String text) {
    if (text == null) {
      return "null";
    }
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
