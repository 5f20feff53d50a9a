package org.redirlint.semantics.nginx;

import java.util.List;
import org.redirlint.model.Template;
import org.redirlint.model.nginx.Settings.Alias;
import org.redirlint.model.nginx.Settings.Root;
import org.redirlint.model.nginx.TryFiles;
import org.redirlint.model.nginx.TryFiles.Candidate;
import org.redirlint.model.nginx.TryFiles.Code;
import org.redirlint.model.nginx.TryFiles.Uri;
import org.redirlint.regex.Transducer;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.UndeterminedException;

/**
 * {@code try_files} (ngx_http_try_files_module.c).
 *
 * @param <V> a value
 */
final class TryFilesModule<V> {

  private static final int INTERNAL_ERROR = 500;
  private static final String EMPTY_FALLBACK =
      "try_files falls back to an empty URI below an alias";

  private final Domain<V> domain;
  private final Variables<V> variables;
  private final Files<V> files;
  private final Responses<V> responses;

  TryFilesModule(Domain<V> domain, Variables<V> variables, Files<V> files, Responses<V> responses) {
    this.domain = domain;
    this.variables = variables;
    this.files = files;
    this.responses = responses;
  }

  /** Looks for the files and goes on to the next phase, or to the fallback. */
  List<State<V>> run(State<V> state) {
    if (state.scope().tryFiles().isEmpty()) {
      return List.of(state.at(Phase.CONTENT));
    }
    if (!variables.paths().isMappable(state)) {
      return responses.finish(state, INTERNAL_ERROR);
    }
    return next(state, state.scope().tryFiles().get(), 0);
  }

  private List<State<V>> next(State<V> state, TryFiles tryFiles, int index) {
    if (index == tryFiles.candidates().size()) {
      return fallback(state, tryFiles);
    }
    Candidate candidate = tryFiles.candidates().get(index);
    return Branches.then(
        path(state, candidate.path()),
        path ->
            Branches.then(
                variables.paths().root(path.state()),
                root ->
                    Branches.then(
                        files.find(root.state(), domain.concatenate(root.value(), path.value())),
                        found ->
                            found.file().exists()
                                    && found.file().isDirectory() == candidate.directory()
                                ? found(found.state(), tryFiles, candidate, path.value())
                                : next(found.state(), tryFiles, index + 1))));
  }

  /** Returns a candidate's path below the root; an alias takes the location's prefix off. */
  private List<Valued<V>> path(State<V> state, Template template) {
    Root root = state.scope().settings().root();
    return Branches.then(
        variables.evaluate(state, template),
        value ->
            root.alias() == Alias.PREFIX && !template.isLiteral()
                ? withoutPrefix(value, root.replaced())
                : List.of(value));
  }

  private List<Valued<V>> withoutPrefix(Valued<V> value, String prefix) {
    return Branches.then(
        domain.classify(new PrefixOf(prefix), value.state().target().uri()),
        side ->
            List.of(
                new Valued<>(
                    value.state(),
                    domain.transform(new WithoutPrefix(side.result()), value.value()))));
  }

  private List<State<V>> found(State<V> state, TryFiles tryFiles, Candidate candidate, V path) {
    State<V> noted = state.note(tryFiles.origin(), "try_files found " + path);
    Root root = noted.scope().settings().root();
    Target<V> target = noted.target();
    State<V> after =
        switch (root.alias()) {
          case NONE -> noted.with(target.withUri(path));
          case WHOLE ->
              candidate.directory()
                  ? noted
                  : noted.with(target.withUri(path)).with(noted.flags().withWholeUriFound());
          case PREFIX -> {
            V prefix = domain.transform(Transducer.only(root.replaced().length()), target.uri());
            yield noted.with(target.withUri(domain.concatenate(prefix, path)));
          }
        };
    return List.of(after.at(Phase.CONTENT));
  }

  private List<State<V>> fallback(State<V> state, TryFiles tryFiles) {
    if (tryFiles.fallback() instanceof Code code) {
      State<V> noted = state.note(tryFiles.origin(), "try_files falls back to =" + code.status());
      return code.status() == 0
          ? List.of(noted.at(Phase.CONTENT))
          : responses.finish(noted, code.status());
    }
    return Branches.then(
        path(state, ((Uri) tryFiles.fallback()).uri()),
        uri -> {
          State<V> noted =
              uri.state().note(tryFiles.origin(), "try_files falls back to " + uri.value());
          return Branches.then(
              domain.classify(Tests.NAMED_LOCATION, uri.value()),
              side ->
                  side.result()
                      ? responses.named(noted, side.value())
                      : Branches.then(
                          domain.cutAtQuestionMark(side.value()),
                          cut -> redirect(noted, cut.result())));
        });
  }

  private List<State<V>> redirect(State<V> state, Domain.Cut<V> uri) {
    return Branches.then(
        domain.classify(Tests.EMPTY, uri.before()),
        side -> {
          if (side.result() && state.scope().settings().root().alias() != Alias.NONE) {
            // nginx looks at the byte before the URI, which is the alias's last one.
            throw new UndeterminedException(EMPTY_FALLBACK);
          }
          return responses.redirect(state, uri.before(), uri.after());
        });
  }
}
