package org.redirlint.semantics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.redirlint.http.Header;
import org.redirlint.http.Method;
import org.redirlint.http.Request;
import org.redirlint.http.Status;
import org.redirlint.http.Url;
import org.redirlint.semantics.Answer.Response;
import org.redirlint.semantics.Chain.End;

/**
 * Follows redirects as a browser does, as long as they come back to the configuration.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.4">RFC 9110 section 15.4</a>
 */
public final class Follower {

  private static final String FORWARDED_PROTOCOL = "X-Forwarded-Proto";

  private final Simulator simulator;
  private final Options options;

  /** Takes the server and how to follow. */
  public Follower(Simulator simulator, Options options) {
    this.simulator = simulator;
    this.options = options;
  }

  /**
   * How to follow.
   *
   * @param follow whether redirects are followed at all
   * @param maxHops how many requests are made at most, at least 1
   * @param hosts further names that lead back to the configuration, in lower case
   * @param tlsUpstream whether TLS ends before the server, which sees plain HTTP
   */
  public record Options(boolean follow, int maxHops, Set<String> hosts, boolean tlsUpstream) {
    public Options {
      hosts = Set.copyOf(hosts);
    }
  }

  /** Asks for a URL and follows. */
  public Chain follow(Method method, Url url, List<Header> headers) {
    return follow(request(method, url, headers), Optional.of(url));
  }

  /** Sends a request as it is and follows. */
  public Chain follow(Request request) {
    return follow(request, request.url(Url.defaultPort(request.scheme())));
  }

  private Chain follow(Request first, Optional<Url> firstUrl) {
    List<Hop> hops = new ArrayList<>();
    Set<String> visited = new HashSet<>();
    CookieJar cookies = new CookieJar();
    Request request = first;
    Optional<Url> url = firstUrl;
    while (true) {
      Reply reply = simulator.answer(request);
      hops.add(new Hop(request, url, reply));
      if (!(reply.answer() instanceof Response<String> response)) {
        return ended(hops, reply.answer());
      }
      if (response.internalLoop()) {
        return new Chain(hops, End.INTERNAL_LOOP, "the server gives up redirecting internally");
      }
      Optional<String> location = response.location();
      if (!Status.isRedirect(response.status()) || location.isEmpty()) {
        return new Chain(hops, End.RESPONSE, "");
      }
      if (location.get().isBlank()) {
        return new Chain(hops, End.RESPONSE, "clients follow no empty Location");
      }
      Optional<Url> next =
          url.isPresent() ? url.get().resolve(location.get()) : Url.parse(location.get());
      if (next.isEmpty() || !comesBack(next.get(), firstUrl)) {
        return new Chain(hops, End.EXTERNAL, "leads to " + location.get());
      }
      url.ifPresent(from -> cookies.keep(from, response.cookies()));
      Method method = Status.methodAfter(response.status(), new Method(request.method()));
      visited.add(seen(request, url));
      Request following = request(method, next.get(), cookies.headers(next.get(), first.headers()));
      if (visited.contains(seen(following, next))) {
        return new Chain(hops, End.LOOP, "comes back to " + next.get());
      }
      if (!options.follow()) {
        return new Chain(hops, End.RESPONSE, "");
      }
      if (hops.size() >= options.maxHops()) {
        return Growth.isEndless(hops)
            ? new Chain(hops, End.GROWING, "the same redirects make the URL longer each time")
            : new Chain(hops, End.TOO_MANY, "more than " + options.maxHops() + " requests");
      }
      request = following;
      url = next;
    }
  }

  /** A request is the same as an earlier one if nothing that the server sees has changed. */
  private static String seen(Request request, Optional<Url> url) {
    String cookies =
        request.headers().stream()
            .filter(header -> header.name().equalsIgnoreCase("Cookie"))
            .map(Header::value)
            .reduce("", (left, right) -> left + "\n" + right);
    return request.method() + " " + url.map(Url::toString).orElse(request.target()) + cookies;
  }

  private static Chain ended(List<Hop> hops, Answer<String> answer) {
    if (answer instanceof Answer.Upstream<String> upstream) {
      return new Chain(hops, End.RESPONSE, "handed to the upstream: " + upstream.directive());
    }
    if (answer instanceof Answer.Closed) {
      return new Chain(hops, End.RESPONSE, "the connection is closed without an answer");
    }
    if (answer instanceof Answer.Unread<String> unread) {
      return new Chain(hops, End.UNDETERMINED, unread.reason());
    }
    return new Chain(hops, End.UNDETERMINED, ((Answer.Undetermined<String>) answer).reason());
  }

  private Request request(Method method, Url url, List<Header> headers) {
    Request request = Request.of(method, url, headers);
    if (!options.tlsUpstream()) {
      return request;
    }
    List<Header> forwarded = new ArrayList<>();
    for (Header header : headers) {
      if (!header.name().equalsIgnoreCase(FORWARDED_PROTOCOL)) {
        forwarded.add(header);
      }
    }
    forwarded.add(new Header(FORWARDED_PROTOCOL, url.scheme()));
    return new Request(
        request.method(),
        "http",
        request.host(),
        request.target(),
        forwarded,
        request.address(),
        OptionalInt.empty(),
        request.version(),
        false);
  }

  private boolean comesBack(Url next, Optional<Url> first) {
    String host = next.host().toLowerCase(Locale.ROOT);
    return first.filter(url -> url.host().equals(host)).isPresent()
        || options.hosts().contains(host)
        || simulator.serves(next);
  }
}
