package org.redirlint.semantics.httpd;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What does not change while a request is answered.
 *
 * @param endpoint the virtual hosts that may answer
 * @param tls whether the connection is TLS
 * @param protocol the protocol as the request line spells it
 * @param requestLine the request line as sent
 * @param requestUri the target as sent
 * @param hostname the host that is asked for, in lower case, without port; empty if there is none
 * @param hostPort the port that is asked for with the host
 * @param headers the headers, by name in lower case
 * @param refusal the status with which the request is refused before anything else
 * @param <V> a value
 */
record Exchange<V>(
    Endpoint endpoint,
    boolean tls,
    String protocol,
    V requestLine,
    V requestUri,
    Optional<V> hostname,
    OptionalInt hostPort,
    Map<String, V> headers,
    OptionalInt refusal) {

  /** Returns the exchange as a subrequest sees it: without the port that was asked for. */
  Exchange<V> withoutPort() {
    return new Exchange<>(
        endpoint,
        tls,
        protocol,
        requestLine,
        requestUri,
        hostname,
        OptionalInt.empty(),
        headers,
        refusal);
  }
}
