package org.redirlint.semantics.nginx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.redirlint.http.Header;
import org.redirlint.http.Request;
import org.redirlint.model.nginx.Server;

/**
 * Takes a request in as nginx does (ngx_http_process_request_line,
 * ngx_http_process_request_headers) up to the choice of the server.
 */
final class RequestReader {

  private static final int BAD_REQUEST = 400;
  private static final int NOT_ALLOWED = 405;
  private static final int HTTP_TO_HTTPS = 497;
  private static final int VERSION_NOT_SUPPORTED = 505;

  private RequestReader() {}

  /** Returns the state a request begins in. */
  static State<String> read(Request request, Endpoint endpoint) {
    boolean tls = endpoint.ssl() && request.scheme().equals("https") && !request.plain();
    Server preliminary = preliminaryServer(request, endpoint, tls);
    UriParser.Parsed target =
        isMethod(request.method())
            ? UriParser.parse(request.target(), preliminary.mergeSlashes())
            : UriParser.UNREADABLE;
    boolean lineRead = target.readable() && !request.version().startsWith("2");
    boolean lineAccepted = lineRead && target.valid();
    Optional<String> uriHost = target.host();
    Optional<String> sent = uriHost.isPresent() ? uriHost : request.host();
    Optional<String> host = sent.flatMap(HostHeader::validate);
    boolean hostAccepted =
        (sent.isEmpty() || host.isPresent())
            && request.host().map(h -> HostHeader.validate(h).isPresent()).orElse(true);
    boolean accepted = lineAccepted && hostAccepted;
    // A bad Host header is met after the server was chosen by an absolute URI.
    boolean named = lineAccepted && (sent.isEmpty() ? hostAccepted : host.isPresent());
    // A host of an absolute URI that is none is met before any header.
    boolean headersRead = lineAccepted && (uriHost.isEmpty() || host.isPresent());
    Exchange<String> exchange =
        new Exchange<>(
            endpoint,
            tls,
            lineRead ? "HTTP/" + request.version() : "",
            request.method() + " " + request.target() + " HTTP/" + request.version(),
            lineAccepted ? target.raw() : "",
            lineAccepted ? target.raw().split("\\?", 2)[0] : "",
            lineAccepted ? query(target.raw()) : "",
            headersRead ? request.host() : Optional.empty(),
            // A bad request line is answered before the headers, a bad Host at the first of them.
            accepted ? headers(request, preliminary) : Map.of(),
            accepted ? cookies(request) : List.of(),
            target.escaped(),
            named,
            accepted ? refusal(request, endpoint, tls) : OptionalInt.of(status(request, target)));
    return State.first(
        exchange,
        preliminary,
        new Target<>(
            lineRead ? request.method() : "",
            named ? host.orElse("") : "",
            lineAccepted ? target.uri() : "",
            lineAccepted ? target.args() : ""));
  }

  private static String query(String target) {
    int mark = target.indexOf('?');
    return mark < 0 ? "" : target.substring(mark);
  }

  private static int status(Request request, UriParser.Parsed target) {
    return target.readable() && request.version().startsWith("2")
        ? VERSION_NOT_SUPPORTED
        : BAD_REQUEST;
  }

  /** Before the Host header is read, the name in the TLS handshake decides, else the address. */
  private static Server preliminaryServer(Request request, Endpoint endpoint, boolean tls) {
    if (!tls) {
      return endpoint.defaultServer();
    }
    return request
        .host()
        .flatMap(HostHeader::validate)
        .flatMap(endpoint::find)
        .orElse(endpoint.defaultServer());
  }

  private static OptionalInt refusal(Request request, Endpoint endpoint, boolean tls) {
    if (request.host().isEmpty() && !request.version().equals("1.0")) {
      return OptionalInt.of(BAD_REQUEST);
    }
    if (request.method().equals("TRACE") || request.method().equals("CONNECT")) {
      return OptionalInt.of(NOT_ALLOWED);
    }
    if (endpoint.ssl() && !tls) {
      return OptionalInt.of(HTTP_TO_HTTPS);
    }
    return OptionalInt.empty();
  }

  private static boolean isMethod(String method) {
    for (int i = 0; i < method.length(); i++) {
      char c = method.charAt(i);
      if ((c < 'A' || c > 'Z') && c != '_' && c != '-') {
        return false;
      }
    }
    return !method.isEmpty();
  }

  /** Returns the headers nginx does not ignore, by the name of their variable. */
  private static Map<String, String> headers(Request request, Server server) {
    if (request.headers().isEmpty()) {
      return Map.of();
    }
    Map<String, String> headers = new HashMap<>();
    for (Header header : request.headers()) {
      if (isAccepted(header.name(), server)) {
        String variable = HostHeader.headerName(header.name()).replace('-', '_');
        headers.merge(
            variable,
            header.value().strip(),
            (first, next) ->
                variable.equals("cookie")
                    ? first + "; " + next
                    : variable.equals("x_forwarded_for") ? first + ", " + next : first);
      }
    }
    return headers;
  }

  private static boolean isAccepted(String name, Server server) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain = (c < 0x80 && Character.isLetterOrDigit(c)) || c == '-';
      if (!plain && !(c == '_' && server.underscoresInHeaders()) && server.ignoreInvalidHeaders()) {
        return false;
      }
    }
    return true;
  }

  private static List<String> cookies(Request request) {
    if (request.headers().isEmpty()) {
      return List.of();
    }
    List<String> cookies = new ArrayList<>();
    for (Header header : request.headers()) {
      if (header.name().equalsIgnoreCase("Cookie")) {
        cookies.add(header.value());
      }
    }
    return cookies;
  }
}
