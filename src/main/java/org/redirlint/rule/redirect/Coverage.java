package org.redirlint.rule.redirect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.source.SourceFile;

/**
 * Says in words which requests reach a directive of nginx: the blocks around it, innermost first.
 */
final class Coverage {

  private Coverage() {}

  /** Returns for instance {@code in location /shop of server example.org}. */
  static String of(List<LoadedDirective> enclosing) {
    List<String> parts = new ArrayList<>();
    for (int i = enclosing.size() - 1; i >= 0; i--) {
      LoadedDirective block = enclosing.get(i);
      switch (block.name()) {
        case "if" -> parts.add("if " + condition(block));
        case "location" -> parts.add("location " + words(block.arguments()));
        case "limit_except" -> parts.add("limit_except " + words(block.arguments()));
        case "server" -> parts.add("server " + serverName(block));
        case "http" -> {
          // Everything stands in http: saying so tells nothing.
        }
        default -> parts.add(block.name());
      }
    }
    return parts.isEmpty() ? "where this file is included" : "in " + String.join(" of ", parts);
  }

  private static String condition(LoadedDirective block) {
    String words = words(block.arguments());
    return words.startsWith("(") ? words : "(" + words + ")";
  }

  private static String words(List<Argument> arguments) {
    return arguments.stream()
        .map(argument -> SourceFile.readable(argument.raw()))
        .collect(Collectors.joining(" "))
        .replace(" )", ")");
  }

  /** A server is known by its name, else by where it listens. */
  private static String serverName(LoadedDirective server) {
    return first(server, "server_name")
        .or(() -> first(server, "listen").map(listen -> "on " + listen))
        .orElse("on *:80");
  }

  private static Optional<String> first(LoadedDirective server, String name) {
    return server.body().stream()
        .filter(directive -> directive.is(name) && !directive.arguments().isEmpty())
        .findFirst()
        .map(directive -> words(directive.arguments()));
  }
}
