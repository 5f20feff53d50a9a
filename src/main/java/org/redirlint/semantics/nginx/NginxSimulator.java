package org.redirlint.semantics.nginx;

import java.util.List;
import java.util.Optional;
import org.redirlint.http.Request;
import org.redirlint.http.Url;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.Reply;
import org.redirlint.semantics.Simulator;
import org.redirlint.semantics.Strings;
import org.redirlint.semantics.Ways;

/** Runs one request through {@link NginxSemantics} in the concrete domain. */
public final class NginxSimulator implements Simulator {

  private final NginxSemantics<String> semantics;
  private final Endpoints endpoints;

  /** Takes the configuration and what is known of the world. */
  public NginxSimulator(NginxConfiguration configuration, Facts facts) {
    this(configuration, facts, new Strings());
  }

  /** Takes the configuration, what is known of the world, and how texts are looked at. */
  public NginxSimulator(NginxConfiguration configuration, Facts facts, Strings strings) {
    this.semantics = new NginxSemantics<>(strings, facts, configuration);
    this.endpoints = new Endpoints(configuration.servers(), facts.hostname());
  }

  @Override
  public Reply answer(Request request) {
    Optional<Endpoint> endpoint = endpoints.of(request);
    if (endpoint.isEmpty()) {
      String port = request.port().isPresent() ? "port " + request.port().getAsInt() : "any port";
      return undetermined("no server listens on " + port);
    }
    return Ways.run(
        RequestReader.read(request, endpoint.get()), semantics::successors, NginxSimulator::end);
  }

  private static Ways.End end(State<String> state) {
    return new Ways.End(
        state.answer(), state.trail().steps(), List.copyOf(state.supposed().keySet()));
  }

  private static Reply undetermined(String reason) {
    return new Reply(new Answer.Undetermined<>(reason), List.of());
  }

  @Override
  public boolean serves(Url url) {
    return endpoints.all().stream().anyMatch(endpoint -> endpoint.find(url.host()).isPresent());
  }
}
