package org.redirlint.resolve.nginx;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redirlint.ast.BlockDirective;
import org.redirlint.ast.LoadedDirective;

/** Finds directives that nginx refuses where they stand, or with the arguments they have. */
final class ContextCheck {

  private static final Set<String> FLAGS =
      Set.of(
          "rewrite_log",
          "recursive_error_pages",
          "absolute_redirect",
          "server_name_in_redirect",
          "port_in_redirect",
          "merge_slashes",
          "underscores_in_headers",
          "ignore_invalid_headers",
          "msie_refresh",
          "autoindex",
          "log_not_found",
          "ssl");

  private final Problems problems;

  ContextCheck(Problems problems) {
    this.problems = problems;
  }

  /** Checks the content of a block. */
  void check(List<LoadedDirective> body, Context context) {
    for (LoadedDirective directive : body) {
      check(directive, context);
    }
  }

  private void check(LoadedDirective directive, Context context) {
    if (context == Context.OTHER) {
      return;
    }
    String name = directive.name();
    Optional<DirectiveTable.Entry> known = DirectiveTable.of(name);
    if (known.isPresent()) {
      problem(directive, known.get(), context).ifPresent(text -> problems.add(directive, text));
    }
    check(directive.body(), context.inside(name));
  }

  /** The checks of ngx_conf_handler, in its order. */
  private static Optional<String> problem(
      LoadedDirective directive, DirectiveTable.Entry entry, Context context) {
    String name = directive.name();
    boolean block = directive.directive() instanceof BlockDirective;
    int count = directive.arguments().size();
    if (!entry.contexts().contains(context)) {
      return Optional.of("\"" + name + "\" directive is not allowed here");
    }
    if (!entry.block() && block) {
      return Optional.of("directive \"" + name + "\" is not terminated by \";\"");
    }
    if (entry.block() && !block) {
      return Optional.of("directive \"" + name + "\" has no opening \"{\"");
    }
    if (count < entry.least() || count > entry.most()) {
      return Optional.of("invalid number of arguments in \"" + name + "\" directive");
    }
    String value = directive.argument(0);
    if (FLAGS.contains(name) && !value.equalsIgnoreCase("on") && !value.equalsIgnoreCase("off")) {
      return Optional.of(
          "invalid value \""
              + value
              + "\" in \""
              + name
              + "\" directive, it must be \"on\" or \"off\"");
    }
    return Optional.empty();
  }
}
