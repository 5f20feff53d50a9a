package org.redirlint.semantics.nginx.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.redirlint.http.Header;
import org.redirlint.http.Request;
import org.redirlint.semantics.RandomWords;

/** Makes random requests that have a chance to meet a random configuration. */
final class Requests {

  private final RandomWords random;
  private final int[] ports;

  Requests(RandomWords random, int[] ports) {
    this.random = random;
    this.ports = ports;
  }

  /** Returns a request. */
  Request request() {
    StringBuilder target = new StringBuilder();
    int segments = 1 + random.number(3);
    for (int i = 0; i < segments; i++) {
      target.append('/').append(random.any("segments"));
    }
    if (random.chance(25)) {
      target.append('/');
    }
    if (random.chance(40)) {
      target
          .append('?')
          .append(
              random.any(
                  List.of(
                      "x=1",
                      "x=0",
                      "x=/a",
                      "y=2&x=b",
                      "",
                      "x=%20",
                      "q",
                      "X=1",
                      "x=/dir/&y",
                      "x=a?b",
                      "x=127.0.0.1",
                      "x=10.1.1.1",
                      "x=index.html")));
    }
    if (random.chance(4)) {
      target.append("#frag");
    }
    String text = target.toString();
    if (random.chance(3)) {
      text =
          random.any(
                  List.of(
                      "http://abs.example",
                      "http://www.example.com",
                      "http://example.org?x=1",
                      "*",
                      "http://wild.test:81"))
              + text;
    }
    int which = random.number(10);
    int port = which < 6 ? 0 : which < 8 ? 1 : 2;
    Optional<String> host =
        random.chance(97)
            ? Optional.of(random.any("hosts") + (random.chance(10) ? ":" + ports[port] : ""))
            : Optional.empty();
    if (random.chance(2)) {
      host = Optional.of(random.any(List.of("", "a..b", "ex/ample", ".", "[::1]:80", "a b")));
    }
    List<Header> headers = new ArrayList<>();
    if (random.chance(15)) {
      headers.add(new Header("X-Foo", random.any(List.of("1", "/a", "example.com", ""))));
    }
    if (random.chance(15)) {
      headers.add(new Header("Cookie", random.any(List.of("c=1", "b=2; c=/a", "C=3", "d=1"))));
    }
    if (random.chance(10)) {
      headers.add(
          new Header(
              "Referer",
              random.any(List.of("http://example.com/a", "https://x.example/", "foo", ""))));
    }
    if (random.chance(5)) {
      headers.add(new Header("User-Agent", "Mozilla/4.0 (compatible; MSIE 6.0)"));
    }
    if (random.chance(5)) {
      headers.add(
          new Header(
              "X-Forwarded-For", random.any(List.of("10.1.2.3", "10.1.2.3, 127.0.0.1", "x"))));
    }
    String method =
        random.chance(75)
            ? "GET"
            : random.any(
                List.of("POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "get", "PROPFIND"));
    return new Request(
        method,
        port == 2 ? "https" : "http",
        host,
        text,
        headers,
        Optional.of("127.0.0.1"),
        OptionalInt.of(ports[port]),
        random.chance(4) ? "1.0" : "1.1",
        port == 2 && random.chance(10));
  }
}
