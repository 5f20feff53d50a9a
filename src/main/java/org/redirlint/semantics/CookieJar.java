package org.redirlint.semantics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.redirlint.http.Header;
import org.redirlint.http.Url;

/**
 * The cookies a browser has been given on its way: redirects that set one and look for it are no
 * loop. What a browser cannot read it does not keep, and says nothing of it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-5">RFC 6265 section 5</a>
 */
final class CookieJar {

  private static final String COOKIE = "Cookie";

  private final List<Cookie> cookies = new ArrayList<>();

  /** Keeps the cookies of a response to a request for a URL. */
  void keep(Url url, List<String> setCookie) {
    for (String header : setCookie) {
      Cookie.read(url, header, Instant.now())
          .ifPresent(
              cookie -> {
                cookies.removeIf(cookie::replaces);
                if (!cookie.ended()) {
                  cookies.add(cookie);
                }
              });
    }
  }

  /** Returns the headers of a request for a URL: those given, with the cookies kept for it. */
  List<Header> headers(Url url, List<Header> given) {
    List<Cookie> sent =
        cookies.stream()
            .filter(cookie -> cookie.isSentTo(url))
            .sorted(Comparator.comparing((Cookie cookie) -> cookie.path().length()).reversed())
            .toList();
    if (sent.isEmpty()) {
      return given;
    }
    Stream<String> others =
        given.stream()
            .filter(CookieJar::isCookie)
            .flatMap(header -> Stream.of(header.value().split("; *")))
            .filter(pair -> sent.stream().noneMatch(cookie -> cookie.name().equals(name(pair))));
    List<String> pairs = Stream.concat(others, sent.stream().map(Cookie::pair)).toList();
    return Stream.concat(
            given.stream().filter(header -> !isCookie(header)),
            Stream.of(new Header(COOKIE, String.join("; ", pairs))))
        .toList();
  }

  private static boolean isCookie(Header header) {
    return header.name().equalsIgnoreCase(COOKIE);
  }

  private static String name(String pair) {
    return pair.split("=", 2)[0];
  }
}
