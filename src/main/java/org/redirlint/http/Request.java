package org.redirlint.http;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One request as a server receives it. Every string holds one character for each byte.
 *
 * @param method the method as sent
 * @param scheme {@code http} or {@code https}: what the client speaks
 * @param host the raw Host header; empty if none is sent
 * @param target the raw request target: path and query, an absolute URI, or {@code *}
 * @param headers the other header fields, in the order sent
 * @param address the local address the client connects to; empty if it is not known
 * @param port the local port the client connects to; empty if it is not known
 * @param version the protocol version, {@code 1.1} or {@code 1.0}
 * @param plain whether plain HTTP is sent, whatever the scheme says
 */
public record Request(
    String method,
    String scheme,
    Optional<String> host,
    String target,
    List<Header> headers,
    Optional<String> address,
    OptionalInt port,
    String version,
    boolean plain) {

  public Request {
    headers = List.copyOf(headers);
  }

  /** Returns the request a browser sends for a URL. */
  public static Request of(Method method, Url url, List<Header> headers) {
    return new Request(
        method.name(),
        url.scheme(),
        Optional.of(url.hostHeader()),
        url.target(),
        headers,
        Optional.empty(),
        OptionalInt.of(url.port()),
        "1.1",
        false);
  }

  /** Returns the same request to another local port. */
  public Request toPort(OptionalInt other) {
    return new Request(method, scheme, host, target, headers, address, other, version, plain);
  }

  /**
   * Returns the URL the client asked for, as far as the request tells: the target if it is
   * absolute, else scheme, Host and target.
   *
   * @param defaultPort the port if the request names none
   */
  public Optional<Url> url(int defaultPort) {
    if (!target.startsWith("/")) {
      return Url.parse(target);
    }
    String authority = host.orElse("");
    boolean hasPort = authority.lastIndexOf(':') > authority.lastIndexOf(']');
    String suffix = hasPort ? "" : ":" + port.orElse(defaultPort);
    return Url.parse(scheme + "://" + authority + suffix + target);
  }
}
