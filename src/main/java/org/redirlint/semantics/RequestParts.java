package org.redirlint.semantics;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.redirlint.http.Header;
import org.redirlint.http.Request;
import org.redirlint.http.Url;
import org.redirlint.regex.MatchResult;
import org.redirlint.regex.Regex;

/**
 * A request as browsers and gateways send it, in the values of a domain: its path begins with a
 * slash, is correctly percent-encoded and has no dot segments.
 *
 * @param scheme {@code http} or {@code https}
 * @param port the port it is sent to, 1 to 65535
 * @param namedPort the port that the Host header names; empty if it names none
 * @param hostField the Host header, where it is not host and port as they stand here
 * @param version the protocol's version, {@code 1.1} or {@code 1.0}
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
    OptionalInt namedPort,
    Optional<V> hostField,
    String version,
    boolean escaped,
    V method,
    V host,
    V path,
    V query,
    Function<String, V> header) {

  /** The name of the method among the parts of a request. */
  public static final String METHOD = "method";

  /** The name of the host. */
  public static final String HOST = "host";

  /** The name of the path. */
  public static final String PATH = "path";

  /** The name of the query. */
  public static final String QUERY = "query";

  /** What the name of a header begins with, before its own in lower case. */
  public static final String HEADER = "header ";

  private static final Regex ENCODED = Regex.constant("^/(?:[^%?# ]|%[0-9A-Fa-f]{2})*\\z");

  private static final Predicate<String> PORT = Pattern.compile("^[0-9]{1,5}$").asPredicate();

  /** Takes a request of a browser: it names the port where that is not the scheme's own. */
  public RequestParts(
      String scheme,
      int port,
      boolean escaped,
      V method,
      V host,
      V path,
      V query,
      Function<String, V> header) {
    this(
        scheme,
        port,
        port == Url.defaultPort(scheme) ? OptionalInt.empty() : OptionalInt.of(port),
        Optional.empty(),
        "1.1",
        escaped,
        method,
        host,
        path,
        query,
        header);
  }

  /**
   * Takes a request apart.
   *
   * @param port the port it is sent to
   * @param part makes a value of a part, given its name and its text
   * @throws UndeterminedException if no browser sends such a path
   */
  public static <V> RequestParts<V> of(
      Request request, int port, BiFunction<String, String, V> part) {
    int mark = request.target().indexOf('?');
    String path = mark < 0 ? request.target() : request.target().substring(0, mark);
    String query = mark < 0 ? "" : request.target().substring(mark);
    boolean escaped = isEscaped(path);
    String authority = request.host().orElse("");
    int colon = authority.lastIndexOf(':');
    String host = colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    Map<String, String> headers = new HashMap<>();
    for (Header header : request.headers()) {
      headers.put(header.name().toLowerCase(Locale.ROOT), header.value());
    }
    return new RequestParts<>(
        request.scheme(),
        port,
        colon < 0 || host.equals(authority) || !PORT.test(authority.substring(colon + 1))
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(authority.substring(colon + 1))),
        Optional.empty(),
        request.version(),
        escaped,
        part.apply(METHOD, request.method()),
        part.apply(HOST, host.toLowerCase(Locale.ROOT)),
        part.apply(PATH, path),
        part.apply(QUERY, query),
        name -> part.apply(HEADER + name, headers.getOrDefault(name, "")));
  }

  /**
   * Tells whether a path holds {@code %} or {@code +}.
   *
   * @throws UndeterminedException if it is not encoded as browsers do it
   */
  public static boolean isEscaped(String path) {
    if (!(ENCODED.match(path) instanceof MatchResult.Matched)) {
      throw new UndeterminedException("the path is not encoded as browsers do it");
    }
    return path.indexOf('%') >= 0 || path.indexOf('+') >= 0;
  }

  /** Returns the same request to another port. */
  public RequestParts<V> to(int other) {
    return new RequestParts<>(
        scheme, other, namedPort, hostField, version, escaped, method, host, path, query, header);
  }

  /** Tells whether the connection is encrypted. */
  public boolean isTls() {
    return scheme.equals("https");
  }

  /** Returns the target of the request line. */
  public V target(Domain<V> domain) {
    return domain.concatenate(path, query);
  }

  /** Returns the request line. */
  public V line(Domain<V> domain) {
    V start = domain.concatenate(method, domain.literal(" "));
    V end = domain.concatenate(target(domain), domain.literal(" " + protocol()));
    return domain.concatenate(start, end);
  }

  /** Returns the protocol as the request line spells it. */
  public String protocol() {
    return "HTTP/" + version;
  }

  /** Returns the Host header. */
  public V hostHeader(Domain<V> domain) {
    return hostField.orElseGet(
        () ->
            namedPort.isEmpty()
                ? host
                : domain.concatenate(host, domain.literal(":" + namedPort.getAsInt())));
  }
}
