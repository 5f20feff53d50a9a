package org.redirlint.semantics.nginx;

import java.util.List;
import org.redirlint.model.nginx.Settings.Alias;
import org.redirlint.model.nginx.Settings.Root;
import org.redirlint.regex.TextSet;
import org.redirlint.regex.Transducer;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Domain;

/**
 * From URIs to files (ngx_http_map_uri_to_path).
 *
 * @param <V> a value
 */
final class Paths<V> {

  /** A path made of variables is taken as relative to the installation, like a literal one. */
  private static final Transducer INSTALLED = new RelativePath(Root.PREFIX);

  private final Domain<V> domain;
  private final Variables<V> variables;

  Paths(Domain<V> domain, Variables<V> variables) {
    this.domain = domain;
    this.variables = variables;
  }

  /** Returns the directory of {@code root} or {@code alias}. */
  List<Valued<V>> root(State<V> state) {
    Root root = state.scope().settings().root();
    if (root.path().isLiteral()) {
      return variables.evaluate(state, root.path());
    }
    return Branches.then(
        variables.evaluate(variables.forgetting(state), root.path()),
        path -> List.of(new Valued<>(path.state(), domain.transform(INSTALLED, path.value()))));
  }

  /**
   * Tells whether the URI can be mapped to a file at all: an alias needs the location's URI, and a
   * URI that is not shorter than what it replaces.
   */
  boolean isMappable(State<V> state) {
    Root root = state.scope().settings().root();
    return root.alias() == Alias.NONE
        || (state.flags().hasLocationsUri()
            && domain
                .classify(
                    Classifier.in(TextSet.notShorterThan(root.replaced().length())),
                    state.target().uri())
                .stream()
                .allMatch(Domain.Side::result));
  }

  /** Returns the file of the URI. */
  List<Valued<V>> ofUri(State<V> state) {
    if (!isMappable(state)) {
      return List.of(new Valued<>(state, domain.literal("")));
    }
    return Branches.then(
        root(state),
        root ->
            List.of(
                new Valued<>(
                    root.state(), domain.concatenate(root.value(), remainder(root.state())))));
  }

  /** Returns the part of the URI that stands below the root. */
  V remainder(State<V> state) {
    Root root = state.scope().settings().root();
    V uri = state.target().uri();
    return switch (root.alias()) {
      case NONE -> uri;
      case PREFIX -> domain.transform(Transducer.without(root.replaced().length()), uri);
      case WHOLE -> state.flags().wholeUriFound() ? uri : domain.literal("");
    };
  }
}
