package org.redirlint.resolve.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.diagnostic.Problem;
import org.redirlint.source.Origin;

/** What httpd would refuse, as far as it has been met. */
final class Problems {

  /** The id of everything {@code httpd -t} would refuse. */
  static final String INVALID_CONFIGURATION = "invalid-configuration";

  private final List<Problem> found = new ArrayList<>();

  void add(Statement statement, String message) {
    found.add(Problem.of(INVALID_CONFIGURATION, statement.origin(), message));
  }

  void addAll(Problems others) {
    found.addAll(others.found);
  }

  List<Problem> found() {
    return found;
  }

  /** Returns where the first problem is. */
  Optional<Origin> first() {
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0).origin());
  }
}
