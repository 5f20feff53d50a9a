package org.redirlint.semantics.nginx;

import java.util.Locale;
import java.util.Optional;
import org.redirlint.http.Url;
import org.redirlint.semantics.Handover.Address;

/**
 * The URL of {@code proxy_pass} (ngx_parse_url, ngx_http_proxy_set_vars).
 *
 * @param scheme {@code http} or {@code https}
 * @param name the host as written
 * @param port the port
 * @param uriStart where path and query begin; the length of the URL if it has none
 */
record ProxyUrl(String scheme, String name, int port, int uriStart) {

  /** Reads a URL; empty if it is none of a server that listens at an address. */
  static Optional<ProxyUrl> parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String scheme = lower.startsWith("https://") ? "https" : "http";
    int start = scheme.length() + "://".length();
    if (!lower.startsWith(scheme + "://") || lower.startsWith("unix:", start)) {
      return Optional.empty();
    }
    int end = start;
    while (end < text.length() && text.charAt(end) != '/' && text.charAt(end) != '?') {
      end++;
    }
    int uriStart = end;
    return address(lower.substring(start, end), Url.defaultPort(scheme))
        .map(
            address ->
                new ProxyUrl(
                    scheme,
                    text.substring(start, start + address.host().length()),
                    address.port(),
                    uriStart));
  }

  /** Reads a host with or without a port; empty if it is none. */
  static Optional<Address> address(String text, int defaultPort) {
    int colon = text.lastIndexOf(':');
    boolean hasPort = colon > text.lastIndexOf(']');
    String host = hasPort ? text.substring(0, colon) : text;
    String port = hasPort ? text.substring(colon + 1) : "";
    if (host.isEmpty() || host.equals("unix") || !port.matches("[0-9]{0,5}")) {
      return Optional.empty();
    }
    int number = port.isEmpty() ? defaultPort : Integer.parseInt(port);
    return Optional.of(new Address(host.toLowerCase(Locale.ROOT), number));
  }

  /** Returns {@code $proxy_host}: the port is named where it is not the usual one. */
  String hostHeader() {
    return port == Url.defaultPort(scheme) ? name : name + ":" + port;
  }
}
