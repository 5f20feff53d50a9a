package org.redirlint.semantics;

import java.util.function.Function;
import org.redirlint.http.Url;

/**
 * A request as browsers send it, in the values of a domain: its path begins with a slash, is
 * correctly percent-encoded and has no dot segments.
 *
 * @param scheme {@code http} or {@code https}
 * @param port the port it is sent to, 1 to 65535
 * @param escaped whether the path holds {@code %} or {@code +}
 * @param method the method
 * @param host the host in lower case, without port
 * @param path the path as sent
 * @param query the query as sent with its question mark; the empty text if there is none
 * @param header the value of a header by its name in lower case; the empty text if it is not sent
 * @param <V> a value
 */
public record RequestParts<V>(
    String scheme,
    int port,
    boolean escaped,
    V method,
    V host,
    V path,
    V query,
    Function<String, V> header) {

  /** Tells whether the connection is encrypted. */
  public boolean isTls() {
    return scheme.equals("https");
  }

  /** Tells whether the port is the scheme's own, so that no URL has to name it. */
  public boolean isUsualPort() {
    return port == Url.defaultPort(scheme);
  }

  /** Returns the target of the request line. */
  public V target(Domain<V> domain) {
    return domain.concatenate(path, query);
  }

  /** Returns the request line. */
  public V line(Domain<V> domain) {
    V start = domain.concatenate(method, domain.literal(" "));
    V end = domain.concatenate(target(domain), domain.literal(" HTTP/1.1"));
    return domain.concatenate(start, end);
  }

  /** Returns the Host header: the port is named where it is not the usual one. */
  public V hostHeader(Domain<V> domain) {
    return isUsualPort() ? host : domain.concatenate(host, domain.literal(":" + port));
  }
}
