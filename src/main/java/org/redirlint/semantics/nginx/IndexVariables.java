package org.redirlint.semantics.nginx;

import java.util.HashSet;
import java.util.Set;
import org.redirlint.model.Template;
import org.redirlint.model.nginx.Location;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.model.nginx.Scope;

/** Finds the variables in the names of index files; nginx may use values of theirs from before. */
final class IndexVariables {

  private IndexVariables() {}

  /** Returns the names of the variables. */
  static Set<String> of(NginxConfiguration configuration) {
    Set<String> names = new HashSet<>();
    configuration
        .servers()
        .forEach(
            server -> {
              collect(server.scope(), names);
              server.namedLocations().values().forEach(named -> collect(named.scope(), names));
            });
    return Set.copyOf(names);
  }

  private static void collect(Scope scope, Set<String> names) {
    for (Template index : scope.settings().index()) {
      for (Template.Part part : index.parts()) {
        if (part instanceof Template.Variable variable) {
          names.add(variable.name());
        }
      }
    }
    for (Location location : scope.locations().all()) {
      collect(location.scope(), names);
    }
  }
}
