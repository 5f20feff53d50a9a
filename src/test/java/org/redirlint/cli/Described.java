package org.redirlint.cli;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Range;

/** What picocli's model says and what a command's fields hold, as text that can be compared. */
final class Described {

  /** How a value gets to its field; where it gets to is compared by {@link #fields}. */
  private static final Set<String> WAYS =
      Set.of("getter", "setter", "scope", "userObject", "typeInfo", "toString", "hashCode");

  /** How the annotations were read; what was read is compared. */
  private static final Set<String> READING =
      Set.of("mixins", "mixinAnnotatedElements", "mixinStandardHelpOptions", "specElements");

  private Described() {}

  /** Returns all that a part of picocli's model answers, by the name of the question. */
  static Map<String, String> attributes(Object model) throws ReflectiveOperationException {
    Map<String, String> attributes = new TreeMap<>();
    for (Method question : model.getClass().getMethods()) {
      if (question.getParameterCount() == 0
          && question.getDeclaringClass() != Object.class
          && !Modifier.isStatic(question.getModifiers())
          && !question.getReturnType().isInstance(model)
          && !WAYS.contains(question.getName())
          && !READING.contains(question.getName())) {
        attributes.put(question.getName(), text(question.invoke(model)));
      }
    }
    return attributes;
  }

  /** Returns what the fields of a command hold, and those of the objects that share its options. */
  static Map<String, String> fields(Object command) throws ReflectiveOperationException {
    Map<String, String> fields = new TreeMap<>();
    for (Field field : command.getClass().getDeclaredFields()) {
      field.setAccessible(true);
      Object value = field.get(command);
      if (field.isAnnotationPresent(Mixin.class)) {
        fields(value).forEach((name, held) -> fields.put(field.getName() + "." + name, held));
      } else {
        fields.put(field.getName(), text(value));
      }
    }
    return fields;
  }

  /** Objects that have no text of their own are told by their class. */
  private static String text(@Nullable Object value) {
    if (value == null
        || value instanceof CharSequence
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof Enum
        || value instanceof Range) {
      return String.valueOf(value);
    }
    if (value instanceof OptionSpec option) {
      return option.longestName();
    }
    if (value instanceof PositionalParamSpec parameter) {
      return parameter.paramLabel();
    }
    if (value instanceof CommandSpec command) {
      return command.commandLine().getCommandSpec().qualifiedName();
    }
    if (value instanceof Class<?> type) {
      return type.getName();
    }
    if (value instanceof Map<?, ?> map) {
      return text(map.entrySet());
    }
    if (value instanceof Map.Entry<?, ?> entry) {
      return text(entry.getKey()) + "=" + text(entry.getValue());
    }
    if (value instanceof Collection<?> collection) {
      return collection.stream().map(Described::text).toList().toString();
    }
    if (value.getClass().isArray()) {
      return text(
          IntStream.range(0, Array.getLength(value))
              .mapToObj(i -> text(Array.get(value, i)))
              .toList());
    }
    return value.getClass().getName().startsWith("java.")
        ? value.toString()
        : value.getClass().getName();
  }
}
