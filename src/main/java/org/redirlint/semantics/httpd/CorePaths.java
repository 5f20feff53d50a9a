package org.redirlint.semantics.httpd;

import java.util.List;
import java.util.Optional;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;

/** From URL-paths to files below the document root (ap_core_translate). */
final class CorePaths {

  private static final int BAD_REQUEST = 400;

  private CorePaths() {}

  /** Translates a URL-path. */
  static <V> List<Outcome<V>> translate(Domain<V> domain, State<V> state, V uri) {
    return Branches.then(
        domain.classify(Tests.ABSOLUTE_PATH, uri),
        absolute -> {
          if (!absolute.result()) {
            return Branches.then(
                domain.classify(Tests.is("*"), absolute.value()),
                star ->
                    star.result()
                        ? below(domain, state, star.value())
                        : Outcome.of(state, BAD_REQUEST));
          }
          Optional<String> path = state.host().path();
          if (path.isEmpty()) {
            return below(domain, state, absolute.value());
          }
          return Branches.then(
              domain.classify(Prefixes.isBelow(path.get()), absolute.value()),
              side ->
                  below(
                      domain,
                      state,
                      side.result()
                          ? domain.transform(Paths.drop(path.get().length()), side.value())
                          : side.value()));
        });
  }

  private static <V> List<Outcome<V>> below(Domain<V> domain, State<V> state, V path) {
    V relative = domain.transform(Paths.RELATIVE, path);
    V whole = domain.concatenate(domain.literal(state.host().documentRoot() + "/"), relative);
    Resource<V> resource = state.resource().withFilename(domain.transform(Paths.FILE, whole));
    return Outcome.of(
        state.with(resource.withContext("", state.host().documentRoot())), Outcome.OK);
  }
}
