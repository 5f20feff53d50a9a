package org.redirlint.semantics.nginx;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redirlint.model.nginx.Location;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.model.nginx.Scope;
import org.redirlint.model.nginx.Scope.LimitExcept;
import org.redirlint.model.nginx.Server;
import org.redirlint.regex.TextSet;
import org.redirlint.regex.Transducer;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.UndeterminedException;

/**
 * nginx as a transition system: each state steps to what can come next, until it is answered. The
 * phases are those of the nginx development guide.
 *
 * @param <V> a value
 */
public final class NginxSemantics<V> {

  private static final int MOVED_PERMANENTLY = 301;
  private static final int NOT_FOUND = 404;
  private static final int INTERNAL_ERROR = 500;

  private final Domain<V> domain;
  private final Responses<V> responses;
  private final RewriteModule<V> rewrite;
  private final LocationSearch<V> locations;
  private final AccessModule<V> access;
  private final TryFilesModule<V> tryFiles;
  private final ContentPhase<V> content;
  private final ProxyModule<V> proxy;

  /** Takes the values to compute with, what is known of the world, and the configuration. */
  public NginxSemantics(Domain<V> domain, Facts facts, NginxConfiguration configuration) {
    Variables<V> variables = new Variables<>(domain, facts, configuration);
    Files<V> files = new Files<>(domain, facts);
    this.domain = domain;
    this.responses = new Responses<>(domain, variables);
    this.rewrite = new RewriteModule<>(domain, variables, files, responses);
    this.locations = new LocationSearch<>(domain);
    this.access = new AccessModule<>(domain, facts, variables, responses);
    this.tryFiles = new TryFilesModule<>(domain, variables, files, responses);
    this.content = new ContentPhase<>(domain, variables, files, responses);
    this.proxy = new ProxyModule<>(domain, variables, responses, configuration.upstreams());
  }

  /** Returns what hands requests on to other servers. */
  ProxyModule<V> proxy() {
    return proxy;
  }

  /**
   * Returns what can come next; an answered state has no successors.
   *
   * @throws org.redirlint.semantics.UndeterminedException if that cannot be told
   */
  public List<State<V>> successors(State<V> state) {
    try {
      return next(state);
    } catch (BufferOverrunException overrun) {
      return responses.finish(state, INTERNAL_ERROR);
    }
  }

  private List<State<V>> next(State<V> state) {
    return switch (state.phase()) {
      case FIND_SERVER -> findServer(state);
      case SERVER_REWRITE -> rewrite.run(state, Phase.FIND_CONFIG);
      case FIND_CONFIG -> findLocation(state);
      case REWRITE -> rewrite.run(state, Phase.POST_REWRITE);
      case POST_REWRITE -> postRewrite(state);
      case ACCESS -> access.check(state);
      case TRY_FILES -> tryFiles.run(state);
      case CONTENT -> content.answer(state);
      case ANSWERED -> List.of();
    };
  }

  private List<State<V>> findServer(State<V> state) {
    if (!state.exchange().named()) {
      return begin(state, state.server());
    }
    return Branches.then(
        domain.classify(
            new NameSearch<>(state.exchange().endpoint().names()), state.target().host()),
        side -> {
          List<State<V>> found =
              side.result().isPresent()
                  ? begin(state, side.result().get())
                  : Branches.then(
                      domain.classify(Tests.EMPTY, side.value()),
                      empty -> patterns(state, empty.result() ? Integer.MAX_VALUE : 0));
          found.forEach(this::checkHostname);
          return found;
        });
  }

  /** A server named after the machine may be meant by any host that is no exact name. */
  private void checkHostname(State<V> state) {
    Endpoint endpoint = state.exchange().endpoint();
    if (endpoint.onHostname().isEmpty() || endpoint.onHostname().get().equals(state.server())) {
      return;
    }
    Classifier<Boolean> exact = Classifier.in(endpoint.names().exactNames());
    if (!domain.classify(exact, state.target().host()).stream().allMatch(Domain.Side::result)) {
      throw new UndeterminedException(
          "whether the host is the server's own ($hostname) is not known");
    }
  }

  private List<State<V>> patterns(State<V> state, int index) {
    List<Endpoint.PatternName> patterns = state.exchange().endpoint().patterns();
    if (index >= patterns.size()) {
      return begin(state, state.exchange().endpoint().defaultServer());
    }
    Endpoint.PatternName entry = patterns.get(index);
    return Branches.then(
        Captures.match(domain, state, entry.name().pattern(), state.target().host()),
        matched ->
            matched.matches()
                ? begin(matched.state(), entry.server())
                : patterns(matched.state(), index + 1));
  }

  private List<State<V>> begin(State<V> state, Server server) {
    State<V> served =
        state.in(server).note(server.origin(), "server " + described(server.mainName()));
    return state.exchange().refusal().isPresent()
        ? responses.finish(served, state.exchange().refusal().getAsInt())
        : List.of(served.at(Phase.SERVER_REWRITE));
  }

  private static String described(String name) {
    return name.isEmpty() ? "without a name" : name;
  }

  private List<State<V>> findLocation(State<V> state) {
    State<V> searching = state.with(state.flags().searching()).with(Optional.empty());
    return Branches.then(
        locations.search(searching),
        choice -> {
          State<V> found = choice.state();
          if (choice.location().isEmpty()) {
            // The server's own directives have run before the search.
            return List.of(found.enter(found.server().scope()).at(Phase.POST_REWRITE));
          }
          Location location = choice.location().get();
          State<V> noted =
              found.note(location.origin(), "location " + location.match()).in(location.scope());
          if (location.internal() && !found.flags().internal()) {
            return responses.finish(noted, NOT_FOUND);
          }
          return choice.end() == LocationSearch.End.SLASH_REDIRECT
              ? addSlash(noted, location)
              : entered(noted, location.scope());
        });
  }

  private List<State<V>> entered(State<V> state, Scope scope) {
    State<V> inside = state.enter(scope).at(Phase.REWRITE);
    if (scope.limitExcept().isEmpty()) {
      return List.of(inside);
    }
    LimitExcept limit = scope.limitExcept().get();
    return Branches.then(
        domain.classify(
            Classifier.in(new TextSet.OneOf(Set.copyOf(limit.allowed()))),
            inside.target().method()),
        side -> List.of(side.result() ? inside : inside.enter(limit.scope())));
  }

  private List<State<V>> addSlash(State<V> state, Location location) {
    V name = domain.literal(Escapes.URI.apply(location.name()));
    V args = domain.transform(Transducer.before("?"), state.target().args());
    return responses.finish(
        state.withLocation(Optional.of(domain.concatenate(name, args))), MOVED_PERMANENTLY);
  }

  private List<State<V>> postRewrite(State<V> state) {
    if (!state.flags().uriChanged()) {
      return List.of(state.at(Phase.ACCESS));
    }
    State<V> counted = state.with(state.flags().oneChangeLess());
    return counted.flags().changesLeft() == 0
        ? responses.cycle(counted)
        : List.of(counted.in(counted.server().scope()).at(Phase.FIND_CONFIG));
  }
}
