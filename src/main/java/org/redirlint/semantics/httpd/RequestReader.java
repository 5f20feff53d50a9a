package org.redirlint.semantics.httpd;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.redirlint.http.Header;
import org.redirlint.http.Request;
import org.redirlint.model.httpd.TlsEngine;

/** Takes a request in as httpd does (ap_read_request, ap_parse_uri, fix_hostname). */
final class RequestReader {

  private static final Pattern VERSION = Pattern.compile("[0-9]\\.[0-9]");

  private static final int BAD_REQUEST = 400;
  private static final int URI_TOO_LONG = 414;
  private static final int VERSION_NOT_SUPPORTED = 505;

  private RequestReader() {}

  /** Returns the state a request begins in. */
  static State<String> read(Request request, Endpoint endpoint) {
    boolean tls = !request.plain() && endpoint.first().tls().encrypts(request.scheme());
    RequestTarget target = RequestTarget.parse(request.target());
    HostName host =
        HostName.of(target.authority().isPresent() ? target.authority() : request.host());
    boolean strict = !endpoint.first().options().unsafe();
    Map<String, String> headers = headers(request);
    Exchange<String> exchange =
        new Exchange<>(
            endpoint,
            tls,
            "HTTP/" + request.version(),
            request.method() + " " + request.target() + " HTTP/" + request.version(),
            request.target(),
            host.name(),
            host.port(),
            headers,
            refusal(request, endpoint, target, host, strict, tls));
    Resource<String> resource =
        new Resource<>(
            request.method(),
            target.path(),
            target.query(),
            target.query(),
            Optional.empty(),
            "",
            Resource.Kind.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return State.first(exchange, resource);
  }

  private static OptionalInt refusal(
      Request request,
      Endpoint endpoint,
      RequestTarget target,
      HostName host,
      boolean strict,
      boolean tls) {
    int longest = endpoint.first().options().longestRequestLine();
    int length = request.method().length() + request.target().length() + 10;
    if (length > longest) {
      return OptionalInt.of(URI_TOO_LONG);
    }
    if (request.version().startsWith("2")) {
      return OptionalInt.of(VERSION_NOT_SUPPORTED);
    }
    boolean needsHost = !request.version().equals("1.0") && request.host().isEmpty();
    boolean badHost = strict && request.host().isPresent() && !HostName.of(request.host()).valid();
    boolean badTarget = target.refused() || (strict && !isPrintable(request.target()));
    boolean badMethod =
        (strict && !isToken(request.method())) || request.method().equals("CONNECT");
    boolean badVersion = !VERSION.matcher(request.version()).matches();
    boolean plainToTls = endpoint.first().tls() == TlsEngine.ON && !tls;
    return needsHost
            || badHost
            || badTarget
            || badMethod
            || badVersion
            || plainToTls
            || !host.valid()
        ? OptionalInt.of(BAD_REQUEST)
        : OptionalInt.empty();
  }

  private static boolean isPrintable(String target) {
    return !target.isEmpty() && target.chars().allMatch(c -> c > ' ' && c != 0x7F);
  }

  private static boolean isToken(String method) {
    return !method.isEmpty()
        && method
            .chars()
            .allMatch(c -> c > ' ' && c < 0x7F && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0);
  }

  private static Map<String, String> headers(Request request) {
    Map<String, String> headers = new HashMap<>();
    request.host().ifPresent(host -> headers.put("host", host));
    for (Header header : request.headers()) {
      headers.merge(
          header.name().toLowerCase(Locale.ROOT),
          header.value().strip(),
          (first, next) -> first + ", " + next);
    }
    return headers;
  }
}
