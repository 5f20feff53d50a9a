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
    boolean starts = text.startsWith("*.") || text.startsWith(".");
    boolean ends = text.endsWith(".*");
    int asterisks = (int) text.chars().filter(c -> c == '*').count();
    boolean tooShort = text.startsWith("*") && (text.length() < 3 || text.charAt(1) != '.');
    boolean misplaced = asterisks > (text.startsWith("*.") || ends ? 1 : 0);
    if (tooShort || misplaced || (text.startsWith(".") && (text.length() < 2 || ends))) {
      problems.add(directive, argument, "invalid server name or wildcard \"" + text + "\"");
      return;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    String written = lower.startsWith(".") ? lower.substring(1) : lower;
    names.add(
        starts || ends
            ? new ServerName.Wildcard(directive.originOf(argument), written, lower)
            : new ServerName.Exact(directive.originOf(argument), lower));
  }
}
