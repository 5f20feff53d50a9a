package org.redirlint.resolve.nginx;

import java.util.ArrayList;
import java.util.List;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.diagnostic.Problem;
import org.redirlint.source.Origin;

/** What nginx would refuse, as far as it has been met. */
final class Problems {

  /** The id of everything {@code nginx -t} would refuse. */
  static final String INVALID_CONFIGURATION = "invalid-configuration";

  private final List<Problem> found = new ArrayList<>();

  void add(Origin origin, String message) {
    found.add(Problem.of(INVALID_CONFIGURATION, origin, message));
  }

  void add(LoadedDirective directive, String message) {
    add(directive.origin().at(directive.directive().keyword().span()), message);
  }

  void add(LoadedDirective directive, Argument argument, String message) {
    add(directive.originOf(argument), message);
  }

  void addAll(Problems others) {
    found.addAll(others.found);
  }

  List<Problem> found() {
    return found;
  }
}
