package org.redirlint.semantics.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.model.FollowedHeaders;
import org.redirlint.model.Template;
import org.redirlint.model.httpd.RewriteContext;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.model.httpd.RewriteRule.Switch;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.UndeterminedException;
import org.redirlint.semantics.httpd.Expansion.Match;

/**
 * Applies one rule (apply_rewrite_rule).
 *
 * @param <V> a value
 */
final class RuleApplication<V> {

  private static final int FORBIDDEN = 403;

  private final Domain<V> domain;
  private final Expansion<V> expansion;
  private final Conditions<V> conditions;
  private final Self<V> self;
  private final QueryStrings<V> queries;

  RuleApplication(
      Domain<V> domain, Expansion<V> expansion, Conditions<V> conditions, Self<V> self) {
    this.domain = domain;
    this.expansion = expansion;
    this.conditions = conditions;
    this.self = self;
    this.queries = new QueryStrings<>(domain);
  }

  /** What became of a rule. */
  enum Result {
    /** It does not match. */
    NO_MATCH,
    /** It matches and leaves the URL-path as it is. */
    NOT_SUBSTITUTED,
    /** It matches and has put in its substitution. */
    SUBSTITUTED,
    /** The request is refused. */
    REFUSED
  }

  /**
   * A rule that has been applied.
   *
   * @param state the state behind it
   * @param result what became of it
   */
  record Applied<V>(State<V> state, Result result) {}

  /** Returns what patterns are matched against: in a directory, what follows its path. */
  List<Valued<V>> subject(State<V> state, Optional<String> directory) {
    V filename = state.resource().filename().orElse(state.resource().uri());
    if (directory.isEmpty()) {
      return List.of(new Valued<>(state, filename));
    }
    V whole = domain.concatenate(filename, state.resource().pathInfo());
    return Branches.then(
        domain.classify(Tests.startsWith(directory.get()), whole),
        side ->
            List.of(
                new Valued<>(
                    state,
                    side.result()
                        ? domain.transform(Paths.drop(directory.get().length()), side.value())
                        : side.value())));
  }

  /** Applies a rule to the URL-path it is to match. */
  List<Applied<V>> apply(State<V> state, RewriteRule rule, V uri, RewriteContext context) {
    return Branches.then(
        domain.match(rule.pattern(), uri),
        side -> {
          if (side.result().matches() == rule.negated()) {
            return List.of(new Applied<>(state, Result.NO_MATCH));
          }
          Match<V> match =
              new Match<>(
                  side.value(),
                  rule.negated() ? List.of() : side.result().groups(),
                  List.of(),
                  context.directory(),
                  context.base());
          return Branches.then(
              conditions.test(state, match, rule.conditions(), 0),
              held ->
                  held.holds()
                      ? matched(held.state(), rule, held.match())
                      : List.of(new Applied<>(held.state(), Result.NO_MATCH)));
        });
  }

  private List<Applied<V>> matched(State<V> state, RewriteRule rule, Match<V> match) {
    if (rule.substitution().isEmpty()) {
      return Branches.then(
          settings(state, rule, match),
          set -> {
            State<V> after = rule.has(Switch.STATUS) ? set.withStatus(rule.flags().status()) : set;
            String what =
                rule.has(Switch.STATUS)
                    ? "RewriteRule answers " + rule.flags().status()
                    : "RewriteRule matches and leaves the URL-path as it is";
            return List.of(
                new Applied<>(
                    handled(after, rule).note(rule.origin(), what), Result.NOT_SUBSTITUTED));
          });
    }
    return Branches.then(
        expansion.expand(state, rule.substitution().get(), match, Optional.of(rule)),
        expanded ->
            Branches.then(
                settings(expanded.state(), rule, match),
                set ->
                    Branches.then(
                        smuggled(expanded.state(), rule, match),
                        smuggled ->
                            smuggled.result()
                                ? refused(set, rule)
                                : substituted(set, rule, match, rooted(rule, expanded.value())))));
  }

  /**
   * A path of this server must not begin with what looks like a host: where nothing is redirected,
   * only a rule's own text makes two slashes.
   */
  private V rooted(RewriteRule rule, V replaced) {
    Template substitution = rule.substitution().orElseThrow();
    boolean own = substitution.literalPrefix().startsWith("//");
    return own || rule.has(Switch.REDIRECT)
        ? replaced
        : domain.transform(Fragments.ONE_SLASH, replaced);
  }

  private List<Applied<V>> refused(State<V> state, RewriteRule rule) {
    State<V> refused =
        state
            .withStatus(FORBIDDEN)
            .note(rule.origin(), "RewriteRule is refused an encoded question mark");
    return List.of(new Applied<>(refused, Result.REFUSED));
  }

  private List<Applied<V>> substituted(
      State<V> state, RewriteRule rule, Match<V> match, V replaced) {
    Resource<V> resource =
        match.directory().isPresent() && rule.has(Switch.DISCARD_PATH_INFO)
            ? state.resource().withPathInfo(domain.literal(""))
            : state.resource();
    return Branches.then(
        queries.split(state.with(resource), rule, replaced),
        split -> {
          return Branches.then(
              prefixed(split.state(), match, split.value()),
              path -> redirected(path.state(), rule, path.value()));
        });
  }

  /** A question mark of the request must not become where the query begins (UnsafeAllow3F). */
  private List<Domain.Side<V, Boolean>> smuggled(State<V> state, RewriteRule rule, Match<V> match) {
    Template substitution = rule.substitution().orElseThrow();
    if (rule.has(Switch.UNSAFE_ALLOW_3F) || substitution.isLiteral()) {
      return List.of(new Domain.Side<>(false, match.uri()));
    }
    return Branches.then(
        expansion.expand(
            state, QueryStrings.deciding(substitution, rule), match, Optional.of(rule)),
        value -> domain.classify(Tests.HAS_QUESTION_MARK, value.value()));
  }

  /** A relative path is one below the directory, or below the root of the server. */
  private List<Valued<V>> prefixed(State<V> state, Match<V> match, V path) {
    String before = match.directory().orElse("/");
    return Branches.then(
        domain.classify(Tests.ABSOLUTE_PATH, path),
        absolute ->
            absolute.result()
                ? List.of(new Valued<>(state, absolute.value()))
                : Branches.then(
                    domain.classify(Tests.ABSOLUTE_URL, absolute.value()),
                    url ->
                        List.of(
                            new Valued<>(
                                state,
                                url.result()
                                    ? url.value()
                                    : domain.concatenate(domain.literal(before), url.value())))));
  }

  private List<Applied<V>> redirected(State<V> state, RewriteRule rule, V path) {
    if (rule.has(Switch.PROXY)) {
      return done(state, rule, path, "hands over to");
    }
    return Branches.then(
        domain.classify(Tests.ABSOLUTE_URL, path),
        url -> {
          if (rule.has(Switch.REDIRECT)) {
            State<V> redirecting = state.withStatus(rule.flags().status());
            return url.result()
                ? done(redirecting, rule, url.value(), "redirects to")
                : qualified(redirecting, rule, url.value());
          }
          return url.result()
              ? reduced(state, rule, url.value())
              : done(handled(state, rule), rule, url.value(), "rewrites to");
        });
  }

  private List<Applied<V>> qualified(State<V> state, RewriteRule rule, V path) {
    return Branches.then(
        domain.classify(Tests.ABSOLUTE_PATH, path),
        side -> {
          V rooted =
              side.result() ? side.value() : domain.concatenate(domain.literal("/"), side.value());
          return done(state, rule, self.url(state, rooted), "redirects to");
        });
  }

  /** A URL of this very server is only a path (reduce_uri). */
  private List<Applied<V>> reduced(State<V> state, RewriteRule rule, V url) {
    return Branches.then(
        domain.classify(self.ownPrefix(state), url),
        side -> {
          if (side.result() == 0) {
            return done(
                state.withStatus(rule.flags().status()), rule, side.value(), "redirects to");
          }
          V rest = domain.transform(Paths.drop(side.result()), side.value());
          return Branches.then(
              domain.classify(Tests.EMPTY, rest),
              empty -> {
                V path = empty.result() ? domain.literal("/") : empty.value();
                State<V> own = state.with(state.progress().reducedUri());
                return done(handled(own, rule), rule, path, "rewrites to");
              });
        });
  }

  private List<Applied<V>> done(State<V> state, RewriteRule rule, V path, String verb) {
    String query = state.resource().args().map(args -> "?" + args).orElse("");
    return List.of(
        new Applied<>(
            state
                .with(state.resource().withFilename(path))
                .note(rule.origin(), "RewriteRule " + verb + " " + path + query),
            Result.SUBSTITUTED));
  }

  private State<V> handled(State<V> state, RewriteRule rule) {
    return rule.flags()
        .handler()
        .filter(Template::isLiteral)
        .map(name -> state.with(state.resource().withHandler("[H=" + name.literalPrefix() + "]")))
        .orElse(state);
  }

  /** Sets environment variables and cookies (do_expand_env, do_expand_cookie). */
  private List<State<V>> settings(State<V> state, RewriteRule rule, Match<V> match) {
    List<State<V>> states = List.of(state);
    for (Template variable : rule.flags().variables()) {
      states = Branches.then(states, so -> variable(so, variable, match));
    }
    for (Template cookie : rule.flags().cookies()) {
      states = Branches.then(states, so -> cookie(so, cookie, match));
    }
    return states;
  }

  private List<State<V>> variable(State<V> state, Template written, Match<V> match) {
    String prefix = written.literalPrefix();
    if (prefix.startsWith("!") && written.isLiteral()) {
      return List.of(state.withoutVariable(prefix.substring(1)));
    }
    int colon = prefix.indexOf(':');
    if (colon < 0) {
      if (!written.isLiteral()) {
        throw new UndeterminedException("a variable's name is made of variables: " + written);
      }
      return List.of(state.withVariable(prefix, domain.literal("")));
    }
    return Branches.then(
        expansion.expand(state, written, match, Optional.empty()),
        value ->
            List.of(
                value
                    .state()
                    .withVariable(
                        prefix.substring(0, colon),
                        domain.transform(Paths.drop(colon + 1), value.value()))));
  }

  private List<State<V>> cookie(State<V> state, Template written, Match<V> match) {
    return Branches.then(
        expansion.expand(state, written, match, Optional.empty()),
        value -> {
          List<ResponseField<V>> fields = new ArrayList<>(value.state().fields());
          V cookie = domain.transform(Cookies.HEADER, value.value());
          fields.add(new ResponseField<>(true, FollowedHeaders.SET_COOKIE, Optional.of(cookie)));
          return List.of(value.state().withFields(fields));
        });
  }
}
