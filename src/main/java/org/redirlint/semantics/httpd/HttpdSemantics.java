package org.redirlint.semantics.httpd;

import java.util.List;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.semantics.Branches;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Facts;

/**
 * Apache httpd as a transition system: each state steps to what can come next, until it is
 * answered. A step of {@link Phase#PROCESS} runs all hooks up to the handler; an internal redirect
 * begins it anew.
 *
 * @param <V> a value
 */
public final class HttpdSemantics<V> {

  private final Domain<V> domain;
  private final Processing<V> processing;
  private final Responses<V> responses;
  private final Handlers<V> handlers;

  /** Takes the values to compute with, what is known of the world, and the configuration. */
  public HttpdSemantics(Domain<V> domain, Facts facts, HttpdConfiguration configuration) {
    this.domain = domain;
    this.processing = new Processing<>(domain, facts, configuration);
    this.responses = new Responses<>(domain, processing, processing.headers());
    this.handlers = new Handlers<>(domain, responses, processing.files(), configuration.modules());
  }

  /**
   * Returns what can come next; an answered state has no successors.
   *
   * @throws org.redirlint.semantics.UndeterminedException if that cannot be told
   */
  public List<State<V>> successors(State<V> state) {
    return switch (state.phase()) {
      case FIND_HOST -> findHost(state);
      case PROCESS ->
          Branches.then(
              processing.process(state, false),
              outcome -> {
                if (outcome.state().answer().isPresent()) {
                  return List.of(outcome.state());
                }
                return outcome.isOk() ? List.of(outcome.state().at(Phase.HANDLE)) : ended(outcome);
              });
      case HANDLE -> handlers.answer(state);
      case ANSWERED -> List.of();
    };
  }

  private List<State<V>> ended(Outcome<V> outcome) {
    return outcome.status() == Progress.OK
        ? responses.send(outcome.state(), Progress.OK, false)
        : responses.die(outcome.state(), outcome.status());
  }

  private List<State<V>> findHost(State<V> state) {
    Endpoint endpoint = state.exchange().endpoint();
    if (state.exchange().hostname().isEmpty()) {
      return byPath(state, endpoint);
    }
    return Branches.then(
        domain.classify(endpoint.names().classifier(), state.exchange().hostname().get()),
        side -> begin(state, side.result().orElse(endpoint.first())));
  }

  /** Old clients name no host, only the path that stands for one (check_serverpath). */
  private List<State<V>> byPath(State<V> state, Endpoint endpoint) {
    return Branches.then(
        domain.classify(
            uri ->
                endpoint.hosts().stream()
                    .filter(h -> h.path().filter(p -> Prefixes.isBelow(p).of(uri)).isPresent())
                    .findFirst(),
            state.resource().uri()),
        side -> begin(state, side.result().orElse(endpoint.first())));
  }

  private List<State<V>> begin(State<V> state, VirtualHost host) {
    State<V> served = state.in(host);
    if (!host.addresses().isEmpty()) {
      served = served.note(host.origin(), "virtual host " + host.name().orElse("without a name"));
    }
    if (state.exchange().refusal().isPresent()) {
      return responses.die(served, state.exchange().refusal().getAsInt());
    }
    return Branches.then(processing.begin(served), begun -> List.of(begun.at(Phase.PROCESS)));
  }
}
