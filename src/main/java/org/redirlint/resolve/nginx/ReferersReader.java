package org.redirlint.resolve.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.Pattern;
import org.redirlint.model.nginx.NameTable;
import org.redirlint.model.nginx.Referers;
import org.redirlint.model.nginx.ServerName;

/** Reads {@code valid_referers} (ngx_http_valid_referers). */
final class ReferersReader {

  private final Problems problems;
  private final PatternReader patterns;
  private final NameTable<String> names = new NameTable<>();
  private final List<Pattern> expressions = new ArrayList<>();
  private final List<Pattern> hostExpressions = new ArrayList<>();
  private boolean none;
  private boolean blocked;
  private boolean serverNames;

  ReferersReader(Problems problems, PatternReader patterns) {
    this.problems = problems;
    this.patterns = patterns;
  }

  /** Reads the directives of one context. */
  Referers read(List<LoadedDirective> directives, List<ServerName> server) {
    for (LoadedDirective directive : directives) {
      directive.arguments().forEach(argument -> read(directive, argument));
    }
    if (serverNames) {
      server.forEach(this::add);
    } else if ((none || blocked) && names.isEmpty() && expressions.isEmpty()) {
      problems.add(
          directives.get(0),
          "the \"none\" or \"blocked\" referers are specified in the \"valid_referers\""
              + " directive without any valid referer");
    }
    return new Referers(
        directives.get(0).origin(), none, blocked, names, expressions, hostExpressions);
  }

  private void read(LoadedDirective directive, Argument argument) {
    String text = argument.value();
    switch (text) {
      case "none" -> none = true;
      case "blocked" -> blocked = true;
      case "server_names" -> serverNames = true;
      default -> {
        if (text.startsWith("~")) {
          patterns.read(directive, argument, text.substring(1), true).ifPresent(expressions::add);
        } else {
          name(directive, argument, text);
        }
      }
    }
  }

  private void name(LoadedDirective directive, Argument argument, String text) {
    int slash = text.indexOf('/');
    String name = (slash < 0 ? text : text.substring(0, slash)).toLowerCase(Locale.ROOT);
    String path = slash < 0 ? "" : text.substring(slash);
    if (name.startsWith("*.") || name.startsWith(".") || name.endsWith(".*")) {
      names.addWildcard(name, path);
    } else if (name.isEmpty() || name.indexOf('*') >= 0) {
      problems.add(directive, argument, "invalid server name or wildcard \"" + text + "\"");
    } else {
      names.addExact(name, path);
    }
  }

  private void add(ServerName name) {
    if (name instanceof ServerName.Exact exact) {
      if (!exact.name().isEmpty()) {
        names.addExact(exact.name(), "");
      }
    } else if (name instanceof ServerName.Wildcard wildcard) {
      names.addWildcard(wildcard.pattern(), "");
    } else {
      hostExpressions.add(((ServerName.RegexName) name).pattern());
    }
  }
}
