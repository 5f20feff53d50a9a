package org.redirlint.resolve.httpd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.ast.BlockDirective;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.httpd.Settings.Obstacle;

/**
 * Resolves what httpd resolves while it reads: {@code IfModule} and its like, {@code Define},
 * {@code Macro} and {@code Use}, and variables in arguments.
 */
final class Statements {

  /** Macros that use macros, twice each, would never come to an end. */
  private static final int MOST_USES = 10_000;

  private final Installation installation;
  private final Set<String> modules;
  private final Map<String, String> defines;
  private final Map<String, LoadedDirective> macros = new HashMap<>();
  private Optional<Obstacle> obstacle = Optional.empty();
  private final Set<String> inUse = new HashSet<>();
  private int uses;

  Statements(Installation installation) {
    this.installation = installation;
    this.modules = new HashSet<>(installation.modules());
    this.defines = new HashMap<>(installation.defines());
  }

  /** Returns the modules that are loaded so far. */
  Set<String> modules() {
    return modules;
  }

  /** Returns a condition that cannot be told here. */
  Optional<Obstacle> obstacle() {
    return obstacle;
  }

  /** Resolves directives, in order. */
  List<Statement> of(List<LoadedDirective> directives) {
    List<Statement> statements = new ArrayList<>(directives.size());
    directives.forEach(directive -> add(directive, Map.of(), statements));
    return statements;
  }

  private void add(
      LoadedDirective directive, Map<String, String> parameters, List<Statement> statements) {
    List<String> arguments = arguments(directive, parameters);
    String name = directive.name().toLowerCase(Locale.ROOT);
    if (directive.directive() instanceof BlockDirective) {
      section(directive, name, arguments, parameters, statements);
      return;
    }
    switch (name) {
      case "define" -> defines.put(first(arguments), arguments.size() > 1 ? arguments.get(1) : "");
      case "undefine" -> defines.remove(first(arguments));
      case "loadmodule" -> modules.add(Installation.moduleName(first(arguments)));
      case "use" -> use(arguments, statements);
      case "undefmacro" -> macros.remove(first(arguments).toLowerCase(Locale.ROOT));
      default -> statements.add(new Statement(directive, arguments, List.of()));
    }
  }

  private List<String> arguments(LoadedDirective directive, Map<String, String> parameters) {
    List<String> arguments = new ArrayList<>(directive.arguments().size());
    directive.arguments().forEach(a -> arguments.add(substitute(a.value(), parameters)));
    return arguments;
  }

  /** Returns whether the condition of a conditional section holds; empty for other sections. */
  Optional<Boolean> holds(LoadedDirective section) {
    return holds(section, section.name().toLowerCase(Locale.ROOT), arguments(section, Map.of()));
  }

  private void section(
      LoadedDirective directive,
      String name,
      List<String> arguments,
      Map<String, String> parameters,
      List<Statement> statements) {
    if (name.equals("macro")) {
      macros.put(first(arguments).toLowerCase(Locale.ROOT), directive);
      return;
    }
    Optional<Boolean> holds = holds(directive, name, arguments);
    if (holds.isPresent()) {
      if (holds.get()) {
        directive.body().forEach(inner -> add(inner, parameters, statements));
      }
      return;
    }
    List<Statement> body = new ArrayList<>();
    directive.body().forEach(inner -> add(inner, parameters, body));
    statements.add(new Statement(directive, arguments, body));
  }

  private Optional<Boolean> holds(LoadedDirective directive, String name, List<String> arguments) {
    String word = first(arguments);
    boolean negated = word.startsWith("!");
    String bare = negated ? word.substring(1) : word;
    return switch (name) {
      case "ifmodule" -> Optional.of(modules.contains(Installation.moduleName(bare)) != negated);
      case "ifdefine" -> Optional.of(defines.containsKey(bare) != negated);
      case "ifversion" -> Optional.of(Versions.holds(arguments));
      case "iffile" -> Optional.of(exists(directive, unquoted(bare, arguments)) != negated);
      case "ifdirective", "ifsection" ->
          Optional.of(KnownDirectives.isKnown(bare.replaceAll("[<>]", "")) != negated);
      default -> Optional.empty();
    };
  }

  private static String unquoted(String bare, List<String> arguments) {
    String name = bare.isEmpty() && arguments.size() > 1 ? arguments.get(1) : bare;
    return name.replaceAll("^[\"']|[\"']$", "");
  }

  private boolean exists(LoadedDirective directive, String path) {
    Optional<Boolean> known = installation.files().exists(path);
    if (known.isEmpty() && obstacle.isEmpty()) {
      obstacle = Optional.of(new Obstacle(directive.origin(), "IfFile " + path));
    }
    return known.orElse(false);
  }

  private void use(List<String> arguments, List<Statement> statements) {
    String name = first(arguments).toLowerCase(Locale.ROOT);
    LoadedDirective macro = macros.get(name);
    // A macro that uses itself is refused ("recursive use of macro").
    if (macro == null || ++uses > MOST_USES || !inUse.add(name)) {
      return;
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 1; i < Math.min(arguments.size(), macro.arguments().size()); i++) {
      values.put(macro.arguments().get(i).value(), arguments.get(i));
    }
    macro.body().forEach(inner -> add(inner, values, statements));
    inUse.remove(name);
  }

  private String substitute(String text, Map<String, String> parameters) {
    String replaced = text;
    if (!parameters.isEmpty()) {
      List<String> longestFirst =
          parameters.keySet().stream()
              .sorted((left, right) -> right.length() - left.length())
              .toList();
      for (String name : longestFirst) {
        replaced = replaced.replace(name, parameters.get(name));
      }
    }
    if (replaced.indexOf("${") < 0) {
      return replaced;
    }
    return resolved(replaced);
  }

  /** Puts in what is defined; a name holds no colon, that would be a look-up (ap_resolve_env). */
  private String resolved(String text) {
    StringBuilder resolved = new StringBuilder();
    int done = 0;
    for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", Math.max(done, at + 2))) {
      int end = at + 2;
      while (end < text.length() && text.charAt(end) != '}' && text.charAt(end) != ':') {
        end++;
      }
      boolean named = end > at + 2 && end < text.length() && text.charAt(end) == '}';
      String value = named ? defines.get(text.substring(at + 2, end)) : null;
      resolved.append(text, done, at).append(value == null ? text.substring(at, end) : value);
      done = value == null ? end : end + 1;
    }
    return resolved.append(text, done, text.length()).toString();
  }

  private static String first(List<String> arguments) {
    return arguments.isEmpty() ? "" : arguments.get(0);
  }
}
