package org.redirlint.ast;

import java.util.List;
import org.redirlint.source.Origin;

/**
 * A directive where the server meets it: in the file it stands in, or in one that includes it.
 *
 * @param directive the directive as written
 * @param origin its place and the chain of includes that led there
 * @param body what its block holds, in the server's order, includes replaced by what they include;
 *     empty for a directive without a block
 */
public record LoadedDirective(Directive directive, Origin origin, List<LoadedDirective> body) {

  public LoadedDirective {
    body = List.copyOf(body);
  }

  /** Returns the directive's name as written. */
  public String name() {
    return directive.name();
  }

  /** Tells whether the directive has this name; case does not matter. */
  public boolean is(String name) {
    return directive.is(name);
  }

  /** Returns the words after the name. */
  public List<Argument> arguments() {
    return directive.arguments();
  }

  /** Returns the value of an argument, counted from 0; the empty string if there are fewer. */
  public String argument(int index) {
    return index < arguments().size() ? arguments().get(index).value() : "";
  }

  /** Returns the place of one of the arguments. */
  public Origin originOf(Argument argument) {
    return origin.at(argument.span());
  }
}
