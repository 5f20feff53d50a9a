package org.redirlint.resolve.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.nginx.ServerName;

/** Reads {@code server_name} (ngx_http_core_server_name). */
final class ServerNameReader {

  private final Problems problems;
  private final PatternReader patterns;

  ServerNameReader(Problems problems) {
    this.problems = problems;
    this.patterns = new PatternReader(problems);
  }

  /** Reads the names of a directive, in the order written. */
  List<ServerName> read(LoadedDirective directive) {
    List<ServerName> names = new ArrayList<>();
    for (Argument argument : directive.arguments()) {
      read(directive, argument, names);
    }
    return names;
  }

  private void read(LoadedDirective directive, Argument argument, List<ServerName> names) {
    String text = argument.value();
    if (text.startsWith("~")) {
      String pattern = text.substring(1);
      if (pattern.isEmpty()) {
        problems.add(directive, argument, "empty regex in server name \"" + text + "\"");
        return;
      }
      boolean ignoreCase = pattern.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
      patterns
          .read(directive, argument, pattern, ignoreCase)
          .ifPresent(p -> names.add(new ServerName.RegexName(p.origin(), text, p)));
      return;
    }
    if (text.equalsIgnoreCase("$hostname")) {
      names.add(new ServerName.Hostname(directive.originOf(argument)));
      return;
    }
    boolean tooShort = text.startsWith("*") && (text.length() < 3 || text.charAt(1) != '.');
    if (tooShort || text.equals(".")) {
      problems.add(directive, argument, "server name \"" + text + "\" is invalid");
      return;
    }
    boolean wildcard =
        !isMisplaced(text)
            && (text.startsWith("*.") || text.startsWith(".") || text.endsWith(".*"));
    String lower = text.toLowerCase(Locale.ROOT);
    String written = lower.startsWith(".") ? lower.substring(1) : lower;
    names.add(
        wildcard
            ? new ServerName.Wildcard(directive.originOf(argument), written, lower)
            : new ServerName.Exact(directive.originOf(argument), lower));
  }

  /**
   * Tells whether a name has a wildcard, or two dots in a row, where nginx refuses it as soon as
   * two servers share an address (ngx_hash_add_key).
   */
  static boolean isMisplaced(String name) {
    int asterisks = (int) name.chars().filter(c -> c == '*').count();
    boolean placed =
        name.startsWith(".") || name.startsWith("*.") || (name.length() > 2 && name.endsWith(".*"));
    return name.contains("..") || asterisks > 1 || (asterisks == 1 && !placed);
  }
}
