package org.redirlint.semantics.nginx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What does not change while a request is answered.
 *
 * @param endpoint the address the request came in on
 * @param tls whether the connection is TLS
 * @param httpVersion the protocol as the request line spells it
 * @param requestLine the request line as sent
 * @param requestUri the target as sent, {@code $request_uri}
 * @param path the path of the target as sent
 * @param query the query of the target as sent, with its question mark; empty if there is none
 * @param hostHeader the Host header as sent
 * @param headers the other headers nginx accepts, by variable name: lower case, underscores
 * @param cookies the values of the Cookie headers
 * @param escaped whether the request's path held {@code %} or {@code +}
 * @param named whether the server is chosen by {@link State#host}
 * @param refusal the status with which the request is refused once its server is known
 * @param <V> a value
 */
record Exchange<V>(
    Endpoint endpoint,
    boolean tls,
    String httpVersion,
    V requestLine,
    V requestUri,
    V path,
    V query,
    Optional<V> hostHeader,
    Map<String, V> headers,
    List<V> cookies,
    boolean escaped,
    boolean named,
    OptionalInt refusal) {}
