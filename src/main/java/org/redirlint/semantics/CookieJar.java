package org.redirlint.semantics;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.http.Header;
import org.redirlint.http.Url;

/**
 * The cookies a browser has been given on its way: redirects that set one and look for it are no
 * loop.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-5">RFC 6265 section 5</a>
 */
final class CookieJar {

  private static final String COOKIE = "Cookie";

  private final CookieManager manager =
      new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);

  /** Keeps the cookies of a response to a request for a URL. */
  void keep(Url url, List<String> setCookie) {
    if (setCookie.isEmpty()) {
      return;
    }
    Optional<URI> from = uri(url);
    if (from.isPresent()) {
      try {
        manager.put(from.get(), Map.of("Set-Cookie", setCookie));
      } catch (IOException | IllegalArgumentException unusable) {
        // A browser ignores a cookie it cannot read, too.
        return;
      }
    }
  }

  /** Returns the headers of a request for a URL: those given, with the cookies kept for it. */
  List<Header> headers(Url url, List<Header> given) {
    List<String> kept = cookies(url);
    if (kept.isEmpty()) {
      return given;
    }
    Map<String, String> cookies = new LinkedHashMap<>();
    List<Header> headers = new ArrayList<>();
    for (Header header : given) {
      if (header.name().equalsIgnoreCase(COOKIE)) {
        List.of(header.value().split("; *")).forEach(cookie -> cookies.put(name(cookie), cookie));
      } else {
        headers.add(header);
      }
    }
    kept.forEach(cookie -> cookies.put(name(cookie), cookie));
    headers.add(new Header(COOKIE, String.join("; ", cookies.values())));
    return headers;
  }

  private List<String> cookies(Url url) {
    if (manager.getCookieStore().getCookies().isEmpty()) {
      return List.of();
    }
    return uri(url).stream()
        .flatMap(to -> manager.getCookieStore().get(to).stream())
        .filter(cookie -> !cookie.getSecure() || url.scheme().equals("https"))
        .filter(cookie -> path(url).startsWith(Optional.ofNullable(cookie.getPath()).orElse("/")))
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .toList();
  }

  private static String name(String cookie) {
    return cookie.split("=", 2)[0];
  }

  private static String path(Url url) {
    return url.target().split("[?#]", 2)[0];
  }

  private static Optional<URI> uri(Url url) {
    try {
      return Optional.of(
          new URI(url.scheme(), null, url.host(), url.port(), path(url), null, null));
    } catch (URISyntaxException noHost) {
      return Optional.empty();
    }
  }
}
