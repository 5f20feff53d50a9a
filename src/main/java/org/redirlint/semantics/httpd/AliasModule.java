package org.redirlint.semantics.httpd;

import java.util.List;
import java.util.Optional;
import org.redirlint.model.SingleSlashes;
import org.redirlint.model.httpd.AliasContext.Located;
import org.redirlint.model.httpd.PrefixIndex.Candidates;
import org.redirlint.model.httpd.Redirect;
import org.redirlint.model.httpd.RedirectList;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Domain;

/**
 * mod_alias in a server (translate_alias_redir) and in a directory (fixup_redir).
 *
 * @param <V> a value
 */
final class AliasModule<V> {

  private static final int INTERNAL_ERROR = 500;

  private final Domain<V> domain;
  private final Self<V> self;
  private final Expressions<V> expressions;

  AliasModule(Domain<V> domain, Self<V> self, Expressions<V> expressions) {
    this.domain = domain;
    this.self = self;
    this.expressions = expressions;
  }

  /** What a list came to: the entry that matches, and what it makes of the URL-path. */
  private record Hit<V>(State<V> state, Optional<Redirect> redirect, V value) {}

  /** Redirects and translates by the server's directives. */
  List<Outcome<V>> server(State<V> state) {
    return Branches.then(
        domain.classify(Tests.ABSOLUTE_PATH, state.resource().uri()),
        absolute -> {
          if (!absolute.result()) {
            return Outcome.of(state, Outcome.DECLINED);
          }
          Optional<Located> located = state.settings().alias().redirect();
          if (located.isPresent()) {
            return located(state, located.get(), located.get().status());
          }
          return Branches.then(
              find(state, state.host().alias().redirects(), 0),
              hit ->
                  hit.redirect().isPresent()
                      ? redirect(hit.state(), hit.redirect().get(), hit.value())
                      : alias(hit.state()));
        });
  }

  private List<Outcome<V>> alias(State<V> state) {
    Optional<Located> located = state.settings().alias().alias();
    if (located.isPresent() && located.get().target().isPresent()) {
      return located(state, located.get());
    }
    return Branches.then(
        find(state, state.host().alias().aliases(), 0),
        hit -> {
          if (hit.redirect().isEmpty()) {
            return Outcome.of(hit.state(), Outcome.DECLINED);
          }
          Redirect alias = hit.redirect().get();
          Resource<V> resource =
              hit.state().resource().withFilename(domain.transform(Paths.FILE, hit.value()));
          if (alias.pattern().isEmpty()) {
            resource = resource.withContext(alias.prefix(), alias.target().orElse(""));
          }
          return Outcome.of(
              hit.state().with(resource).note(alias.origin(), "Alias leads to " + hit.value()),
              Outcome.OK);
        });
  }

  /** An alias in a Location stands for the whole of it, or for its beginning. */
  private List<Outcome<V>> located(State<V> state, Located alias) {
    return Branches.then(
        expressions.text(state, alias.target().orElseThrow()),
        target -> {
          Optional<String> location = alias.location();
          V path = target.value();
          if (location.isPresent()) {
            Classifier<Integer> length = Prefixes.aliased(location.get());
            return Branches.then(
                domain.classify(length, target.state().resource().uri()),
                side ->
                    at(
                        target.state(),
                        alias,
                        domain.concatenate(
                            path, domain.transform(Paths.drop(side.result()), side.value()))));
          }
          return at(target.state(), alias, path);
        });
  }

  private List<Outcome<V>> at(State<V> state, Located alias, V path) {
    V file = domain.transform(Paths.FILE, path);
    return Outcome.of(
        state
            .with(state.resource().withFilename(file))
            .note(alias.origin(), "Alias leads to " + file),
        Outcome.OK);
  }

  /** Redirects by the directives of a directory. */
  List<Outcome<V>> directory(State<V> state) {
    Optional<Located> located = state.settings().alias().redirect();
    if (located.isPresent()) {
      return located(state, located.get(), located.get().status());
    }
    RedirectList own = state.settings().alias().redirects();
    return Branches.then(
        find(state, own, 0),
        hit ->
            hit.redirect().isPresent()
                ? redirect(hit.state(), hit.redirect().get(), hit.value())
                : Outcome.of(hit.state(), Outcome.DECLINED));
  }

  private List<Outcome<V>> located(State<V> state, Located redirect, int status) {
    if (redirect.target().isEmpty()) {
      return Outcome.of(state.note(redirect.origin(), "Redirect answers " + status), status);
    }
    return Branches.then(
        expressions.text(state, redirect.target().get()),
        target ->
            sent(
                target.state().note(redirect.origin(), "Redirect leads to " + target.value()),
                status,
                domain.transform(Escapes.TARGET, target.value())));
  }

  private List<Hit<V>> find(State<V> state, RedirectList list, int from) {
    if (list.redirects().isEmpty()) {
      return List.of(new Hit<>(state, Optional.empty(), state.resource().uri()));
    }
    Classifier<Candidates> candidates =
        Classifier.among(
            List.of(list.index().everything()),
            uri -> list.index().candidates(SingleSlashes.in(uri)));
    return Branches.then(
        domain.classify(candidates, state.resource().uri()),
        side ->
            find(state.with(state.resource().withUri(side.value())), list, side.result(), from));
  }

  private List<Hit<V>> find(State<V> state, RedirectList list, Candidates candidates, int from) {
    int index = candidates.from(from);
    while (index >= 0) {
      List<Hit<V>> hits = hit(state, list.redirects().get(index));
      if (hits.size() > 1 || hits.get(0).redirect().isPresent()) {
        int next = index + 1;
        return Branches.then(
            hits,
            hit ->
                hit.redirect().isPresent()
                    ? List.of(hit)
                    : find(hit.state(), list, candidates, next));
      }
      index = candidates.from(index + 1);
    }
    return List.of(new Hit<>(state, Optional.empty(), state.resource().uri()));
  }

  private List<Hit<V>> hit(State<V> state, Redirect redirect) {
    V uri = state.resource().uri();
    if (redirect.pattern().isPresent()) {
      return Branches.then(
          domain.match(redirect.pattern().get(), uri),
          side -> {
            if (!side.result().matches()) {
              return List.of(new Hit<>(state, Optional.empty(), uri));
            }
            V target = Substitution.put(domain, redirect.template(), side.result().groups());
            return List.of(
                new Hit<>(
                    state,
                    Optional.of(redirect),
                    redirect.status() == 0 ? target : domain.transform(Escapes.TARGET, target)));
          });
    }
    Classifier<Integer> length = Prefixes.aliased(redirect.prefix());
    return Branches.then(
        domain.classify(length, uri),
        side -> {
          if (side.result() == 0) {
            return List.of(new Hit<>(state, Optional.empty(), side.value()));
          }
          V rest = domain.transform(Paths.drop(side.result()), side.value());
          V shown = redirect.status() == 0 ? rest : domain.transform(Escapes.PATH, rest);
          V target = domain.concatenate(domain.literal(redirect.target().orElse("")), shown);
          State<V> after = state;
          if (redirect.status() != 0) {
            after =
                state.with(
                    state.resource().withContext(redirect.prefix(), redirect.target().orElse("")));
          }
          return List.of(new Hit<>(after, Optional.of(redirect), target));
        });
  }

  private List<Outcome<V>> redirect(State<V> state, Redirect redirect, V target) {
    if (!redirect.leads()) {
      return Outcome.of(
          state.note(redirect.origin(), "Redirect answers " + redirect.status()),
          redirect.status());
    }
    return sent(
        state.note(redirect.origin(), "Redirect leads to " + target), redirect.status(), target);
  }

  private List<Outcome<V>> sent(State<V> state, int status, V target) {
    if (status < 300 || status > 399) {
      return Outcome.of(state, status);
    }
    boolean relative = state.settings().alias().relative().orElse(false);
    return Branches.then(
        domain.classify(Tests.ABSOLUTE_PATH, target),
        path -> {
          if (path.result()) {
            V url = relative ? path.value() : self.url(state, path.value());
            return withQuery(state, status, url);
          }
          return Branches.then(
              domain.classify(Tests.URL, path.value()),
              url ->
                  url.result()
                      ? withQuery(state, status, url.value())
                      : Outcome.of(state, INTERNAL_ERROR));
        });
  }

  /** The query of the request goes along, unless the target has one of its own. */
  private List<Outcome<V>> withQuery(State<V> state, int status, V target) {
    Optional<V> args = state.resource().args();
    if (args.isEmpty()) {
      return Outcome.of(state.withLocation(Optional.of(target)), status);
    }
    return Branches.then(
        domain.classify(Tests.HAS_QUESTION_MARK, target),
        mark -> {
          V whole =
              mark.result()
                  ? mark.value()
                  : domain.concatenate(
                      mark.value(), domain.concatenate(domain.literal("?"), args.get()));
          return Outcome.of(state.withLocation(Optional.of(whole)), status);
        });
  }
}
