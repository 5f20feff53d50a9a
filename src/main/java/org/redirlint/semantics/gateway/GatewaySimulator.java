package org.redirlint.semantics.gateway;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import org.redirlint.http.Request;
import org.redirlint.http.Url;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Reply;
import org.redirlint.semantics.RequestParts;
import org.redirlint.semantics.Simulator;
import org.redirlint.semantics.UndeterminedException;
import org.redirlint.semantics.Ways;

/** Runs one request through a {@link Gateway} in the concrete domain. */
public final class GatewaySimulator implements Simulator {

  private final Gateway<String> gateway;
  private final Function<String, OptionalInt> ports;
  private final Predicate<Url> serves;

  /**
   * Takes the servers.
   *
   * @param ports the port that is asked by a scheme, where a request names none
   * @param serves tells which hosts lead back
   */
  public GatewaySimulator(
      Gateway<String> gateway, Function<String, OptionalInt> ports, Predicate<Url> serves) {
    this.gateway = gateway;
    this.ports = ports;
    this.serves = serves;
  }

  @Override
  public Reply answer(Request request) {
    OptionalInt port = request.port().isPresent() ? request.port() : ports.apply(request.scheme());
    try {
      return port.isEmpty()
          ? notGiven(request)
          : gateway
              .begin(RequestParts.of(request, port.getAsInt(), (name, text) -> text))
              .map(first -> Ways.run(first, gateway::successors, this::end))
              .orElseGet(() -> notGiven(request));
    } catch (UndeterminedException unknown) {
      return new Reply(new Answer.Undetermined<>(unknown.reason()), List.of());
    }
  }

  private Ways.End end(Gateway.Passage<String> passage) {
    return new Ways.End(
        gateway.answer(passage),
        gateway.steps(passage),
        List.copyOf(gateway.supposed(passage).keySet()));
  }

  private static Reply notGiven(Request request) {
    return new Reply(
        new Answer.Undetermined<>("who answers " + request.scheme() + " there is not given"),
        List.of());
  }

  @Override
  public boolean serves(Url url) {
    return serves.test(url);
  }
}
