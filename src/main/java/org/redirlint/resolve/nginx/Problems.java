package org.redirlint.resolve.nginx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.diagnostic.Problem;
import org.redirlint.source.Origin;

/** What nginx would refuse, as far as it has been met. */
final class Problems {

  /** The id of everything {@code nginx -t} would refuse. */
  static final String INVALID_CONFIGURATION = "invalid-configuration";

  private final List<Problem> found = new ArrayList<>();
  private final Set<Place> refused = new HashSet<>();

  private record Place(String path, int offset) {}

  void add(Origin origin, String message) {
    found.add(Problem.of(INVALID_CONFIGURATION, origin, message));
  }

  void add(LoadedDirective directive, String message) {
    add(directive, directive.origin().at(directive.directive().keyword().span()), message);
  }

  void add(LoadedDirective directive, Argument argument, String message) {
    add(directive, directive.originOf(argument), message);
  }

  /** nginx stops at the first mistake: a directive that is refused is refused once. */
  private void add(LoadedDirective directive, Origin origin, String message) {
    Origin whole = directive.origin();
    if (refused.add(new Place(whole.file().path(), whole.span().start()))) {
      add(origin, message);
    }
  }

  void addAll(Problems others) {
    found.addAll(others.found);
    refused.addAll(others.refused);
  }

  List<Problem> found() {
    return found;
  }
}
