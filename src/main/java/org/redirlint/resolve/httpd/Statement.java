package org.redirlint.resolve.httpd;

import java.util.List;
import java.util.Locale;
import org.redirlint.ast.BlockDirective;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.source.Origin;

/**
 * A directive as httpd acts on it: conditional sections are resolved, macros used, variables put
 * in.
 *
 * @param source the directive as written
 * @param arguments its words
 * @param body what its section holds
 */
record Statement(LoadedDirective source, List<String> arguments, List<Statement> body) {

  Statement {
    arguments = List.copyOf(arguments);
    body = List.copyOf(body);
  }

  /** Returns the name in lower case, a section's with its opening bracket. */
  String name() {
    String name = source.name().toLowerCase(Locale.ROOT);
    return source.directive() instanceof BlockDirective ? "<" + name : name;
  }

  Origin origin() {
    return source.origin();
  }

  /** Returns an argument; the empty text if there are fewer. */
  String argument(int index) {
    return index < arguments.size() ? arguments.get(index) : "";
  }

  /** Tells whether an argument is {@code On}; case does not matter. */
  boolean isOn() {
    return argument(0).equalsIgnoreCase("on");
  }
}
