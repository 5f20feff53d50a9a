package org.redirlint.semantics.nginx;

import java.util.List;
import org.redirlint.model.nginx.Settings.Alias;
import org.redirlint.model.nginx.Settings.Root;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;

/**
 * From URIs to files (ngx_http_map_uri_to_path).
 *
 * @param <V> a value
 */
final class Paths<V> {

  private final Domain<V> domain;
  private final Variables<V> variables;

  Paths(Domain<V> domain, Variables<V> variables) {
    this.domain = domain;
    this.variables = variables;
  }

  /** Returns the directory of {@code root} or {@code alias}. */
  List<Valued<V>> root(State<V> state) {
    Root root = state.scope().settings().root();
    return Branches.then(
        variables.evaluate(state, root.path()),
        path ->
            List.of(
                root.path().isLiteral()
                    ? path
                    : new Valued<>(path.state(), domain.transform(Paths::absolute, path.value()))));
  }

  /**
   * Tells whether the URI can be mapped to a file at all: an alias needs the location's URI, and a
   * URI that is not shorter than what it replaces.
   */
  boolean isMappable(State<V> state) {
    Root root = state.scope().settings().root();
    return root.alias() == Alias.NONE
        || (state.flags().validLocation()
            && domain
                .classify(
                    uri -> root.alias() == Alias.WHOLE || uri.length() >= root.replaced(),
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
      case PREFIX ->
          domain.transform(text -> text.substring(Math.min(root.replaced(), text.length())), uri);
      case WHOLE -> state.flags().wholeUriFound() ? uri : domain.literal("");
    };
  }

  /** A path made of variables is taken as relative to the installation, like a literal one. */
  private static String absolute(String path) {
    return path.startsWith("/") ? path : Root.PREFIX + path;
  }
}
