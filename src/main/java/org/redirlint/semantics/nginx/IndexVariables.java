package org.redirlint.semantics.nginx;

import java.util.Set;
import java.util.stream.Collectors;
import org.redirlint.model.Template;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.model.nginx.Server;

/** Finds the variables in the names of index files; nginx may use values of theirs from before. */
final class IndexVariables {

  private IndexVariables() {}

  /** Returns the names of the variables. */
  static Set<String> of(NginxConfiguration configuration) {
    return configuration.servers().stream()
        .flatMap(Server::scopes)
        .flatMap(scope -> scope.settings().index().stream())
        .flatMap(index -> index.parts().stream())
        .filter(Template.Variable.class::isInstance)
        .map(part -> ((Template.Variable) part).name())
        .collect(Collectors.toUnmodifiableSet());
  }
}
