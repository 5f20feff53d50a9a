package org.redirlint.semantics.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.regex.Transducer;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.Handover;
import org.redirlint.semantics.LookedUpHeaders;
import org.redirlint.semantics.RequestParts;
import org.redirlint.semantics.Step;
import org.redirlint.semantics.TransitionSystem;

/**
 * nginx for requests that browsers send, in any domain.
 *
 * @param <V> a value
 */
public final class NginxSystem<V> implements TransitionSystem<V, State<V>> {

  private final Domain<V> domain;
  private final NginxSemantics<V> semantics;
  private final Endpoints endpoints;

  /** Takes the values to compute with, what is known of the world, and the configuration. */
  public NginxSystem(Domain<V> domain, Facts facts, NginxConfiguration configuration) {
    this.domain = domain;
    this.semantics = new NginxSemantics<>(domain, facts, configuration);
    this.endpoints = new Endpoints(configuration.servers(), facts.hostname());
  }

  @Override
  public Optional<State<V>> begin(RequestParts<V> request) {
    boolean tls = request.scheme().equals("https");
    return endpoints
        .serving(tls, request.port())
        .map(endpoint -> begin(request, endpoint, tls, endpoint.defaultServer().mergeSlashes()));
  }

  /** Without TLS the default server reads the request line, else that of the name asked for. */
  @Override
  public List<State<V>> beginnings(RequestParts<V> request) {
    boolean tls = request.scheme().equals("https");
    List<State<V>> beginnings = new ArrayList<>();
    for (Endpoint endpoint : endpoints.everyServing(tls, request.port())) {
      boolean merges = endpoint.defaultServer().mergeSlashes();
      beginnings.add(begin(request, endpoint, tls, merges));
      if (tls && endpoint.mixesSlashes()) {
        beginnings.add(begin(request, endpoint, true, !merges));
      }
    }
    return beginnings;
  }

  private State<V> begin(RequestParts<V> request, Endpoint endpoint, boolean tls, boolean merges) {
    Exchange<V> exchange =
        new Exchange<>(
            endpoint,
            tls,
            request.protocol(),
            request.line(domain),
            request.target(domain),
            request.path(),
            request.query(),
            Optional.of(request.hostHeader(domain)),
            new LookedUpHeaders<>(
                name -> Optional.of(request.header().apply(name.replace('_', '-')))),
            List.of(request.header().apply("cookie")),
            request.escaped(),
            true,
            OptionalInt.empty());
    return State.first(
        exchange,
        endpoint.defaultServer(),
        new Target<>(
            request.method(),
            request.host(),
            domain.transform(new PathDecoding(merges), request.path()),
            domain.transform(Transducer.without(1), request.query())));
  }

  @Override
  public List<State<V>> successors(State<V> state) {
    return semantics.successors(state);
  }

  @Override
  public Optional<Answer<V>> answer(State<V> state) {
    return state.answer();
  }

  @Override
  public List<Handover<V>> handover(State<V> state) {
    return semantics.proxy().handover(state);
  }

  @Override
  public List<State<V>> received(State<V> state, Answer<V> answer, List<Step> steps) {
    return semantics.proxy().received(state, answer, steps);
  }

  @Override
  public Object likeness(State<V> state) {
    return state.likeness();
  }

  @Override
  public State<V> join(State<V> one, State<V> other) {
    return one.assuming(other.supposed());
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
