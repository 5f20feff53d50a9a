package org.redirlint.semantics.httpd;

import java.util.List;
import java.util.stream.Stream;
import org.redirlint.http.Request;
import org.redirlint.http.Url;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.Reply;
import org.redirlint.semantics.Simulator;
import org.redirlint.semantics.Strings;
import org.redirlint.semantics.Ways;

/** Runs one request through {@link HttpdSemantics} in the concrete domain. */
public final class HttpdSimulator implements Simulator {

  private final HttpdSemantics<String> semantics;
  private final Endpoints endpoints;
  private final HostNames names;

  /** Takes the configuration and what is known of the world, but for the names in directories. */
  public HttpdSimulator(HttpdConfiguration configuration, Facts facts) {
    this(configuration, facts, new Strings());
  }

  /** Takes the configuration, what is known of the world, and how texts are looked at. */
  public HttpdSimulator(HttpdConfiguration configuration, Facts facts, Strings strings) {
    this.semantics = new HttpdSemantics<>(strings, facts, configuration);
    this.endpoints = new Endpoints(configuration);
    this.names =
        new HostNames(
            Stream.concat(Stream.of(configuration.main()), configuration.hosts().stream())
                .toList());
  }

  @Override
  public Reply answer(Request request) {
    return Ways.run(
        RequestReader.read(request, endpoints.of(request)),
        semantics::successors,
        HttpdSimulator::end);
  }

  private static Ways.End end(State<String> state) {
    return new Ways.End(
        state.answer(), state.trail().steps(), List.copyOf(state.supposed().keySet()));
  }

  @Override
  public boolean serves(Url url) {
    return names.find(Escapes.lower(url.host())).isPresent();
  }
}
