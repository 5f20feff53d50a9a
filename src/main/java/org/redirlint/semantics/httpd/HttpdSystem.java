package org.redirlint.semantics.httpd;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.redirlint.model.httpd.CoreSettings.Option;
import org.redirlint.model.httpd.HeaderEdit;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.regex.Transducer;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.LookedUpHeaders;
import org.redirlint.semantics.RequestParts;
import org.redirlint.semantics.Step;
import org.redirlint.semantics.TransitionSystem;

/**
 * Apache httpd for requests that browsers send, in any domain.
 *
 * @param <V> a value
 */
public final class HttpdSystem<V> implements TransitionSystem<V, State<V>> {

  /** Browsers send it only when they have been asked to. */
  private static final String CREDENTIALS = "authorization";

  private final Domain<V> domain;
  private final HttpdSemantics<V> semantics;
  private final Endpoints endpoints;

  /** Takes the values to compute with, what is known of the world, and the configuration. */
  public HttpdSystem(Domain<V> domain, Facts facts, HttpdConfiguration configuration) {
    this.domain = domain;
    this.semantics = new HttpdSemantics<>(domain, facts, configuration);
    this.endpoints = new Endpoints(configuration);
  }

  @Override
  public Optional<State<V>> begin(RequestParts<V> request) {
    Endpoint endpoint = endpoints.on(request.port(), "");
    return Optional.of(endpoint)
        .filter(there -> there.first().tls().serves(request.scheme()))
        .map(there -> begin(request, there, there.first().tls().encrypts(request.scheme())));
  }

  private State<V> begin(RequestParts<V> request, Endpoint endpoint, boolean tls) {
    Exchange<V> exchange =
        new Exchange<>(
            endpoint,
            tls,
            request.protocol(),
            request.line(domain),
            request.target(domain),
            Optional.of(request.host()),
            request.namedPort(),
            new LookedUpHeaders<>(
                name ->
                    name.equals("host")
                        ? Optional.of(request.hostHeader(domain))
                        : name.equals(CREDENTIALS)
                            ? Optional.empty()
                            : Optional.of(request.header().apply(name))),
            OptionalInt.empty());
    Resource<V> resource =
        new Resource<>(
            request.method(),
            request.path(),
            Optional.of(request.query()),
            Optional.of(request.query()),
            Optional.empty(),
            domain.literal(""),
            Resource.Kind.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return State.first(exchange, resource);
  }

  @Override
  public List<State<V>> successors(State<V> state) {
    return state.phase() == Phase.FIND_HOST
        ? Branches.then(withQuery(state), semantics::successors)
        : semantics.successors(state);
  }

  /** Files, listings and other programs are no redirects, if their errors are not. */
  @Override
  public boolean leadsNowhere(State<V> state) {
    return state.phase() == Phase.HANDLE
        && state.resource().handler().filter(RewriteModule.REDIRECT_HANDLER::equals).isEmpty()
        && !state.settings().core().has(Option.MULTI_VIEWS)
        && state.location().isEmpty()
        && state.progress().failure().isEmpty()
        && state.settings().errorDocuments().isEmpty()
        && state.settings().headers().stream().noneMatch(HeaderEdit::leads);
  }

  /** An empty query and none are not the same: the question mark tells. */
  private List<State<V>> withQuery(State<V> state) {
    return Branches.then(
        domain.classify(Tests.EMPTY, state.resource().args().orElse(domain.literal(""))),
        side -> {
          Optional<V> args =
              side.result()
                  ? Optional.empty()
                  : Optional.of(domain.transform(Transducer.without(1), side.value()));
          return List.of(state.with(state.resource().withQuery(args)));
        });
  }

  @Override
  public Optional<Answer<V>> answer(State<V> state) {
    return state.answer();
  }

  @Override
  public List<Step> steps(State<V> state) {
    return state.trail().steps();
  }

  @Override
  public Map<V, FileStatus> supposed(State<V> state) {
    return state.supposed();
  }
}
