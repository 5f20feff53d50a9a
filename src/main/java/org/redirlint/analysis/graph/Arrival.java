package org.redirlint.analysis.graph;

import java.util.Locale;
import java.util.Optional;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;
import org.redirlint.semantics.FileStatus;

/**
 * What is known of the requests that stand before a directive.
 *
 * @param connection how they have come
 * @param hosts the hosts, in lower case
 * @param place what is asked for at this point
 * @param uri the paths of the URLs, decoded: a server's rule leaves them as they are
 * @param asked what the client has asked for
 * @param by the step inside the server that led here; empty for what comes from the client
 */
record Arrival(
    Connection connection,
    Language hosts,
    Place place,
    Language uri,
    Place asked,
    Optional<Step> by) {

  /** A www of a www is no host that anybody has: rules that take it away need no second round. */
  private static final Language HOSTS = Authority.HOSTS.minus(Language.startingWith("www.www."));

  private static final Language METHOD = matching("^[A-Za-z]+ \\z");

  private static final Language PROTOCOL = matching("^ HTTP/[0-9.]+\\z");

  /** Clients write white space and control characters of a URL in another way (URL Standard). */
  private static final Language WRITTEN = matching("^[^\\x00-\\x20\\x7f]*\\z");

  /** Any request. */
  static final Arrival ANY =
      new Arrival(Connection.ANY, HOSTS, Place.ANY, DecodedPaths.ALL, Place.ANY, Optional.empty());

  /** Returns any request that has come so. */
  static Arrival by(Connection connection) {
    return new Arrival(connection, HOSTS, Place.ANY, DecodedPaths.ALL, Place.ANY, Optional.empty());
  }

  /** Returns what a client sends that is led to a place so. */
  static Arrival at(Target target, Connection connection) {
    Place place = target.place();
    return new Arrival(
        connection, target.authority().hosts(), place, place.paths(), place, Optional.empty());
  }

  /** Returns what a step inside the server makes of the request. */
  Arrival after(Step step) {
    boolean leavesUrl = step.kind() == Step.Kind.REWRITE_IN_SERVER;
    Place to = step.from(this).place();
    return new Arrival(
        connection, hosts, to, leavesUrl ? uri : to.paths(), asked, Optional.of(step));
  }

  /** Returns the same of requests from a client of which more is known. */
  Arrival sentBy(Arrival client) {
    return new Arrival(
        client.connection,
        client.hosts,
        place,
        asksByUrl() ? uri : DecodedPaths.ALL,
        client.asked,
        by);
  }

  /** Returns the same after a rule that may have led elsewhere: what is asked for is not known. */
  Arrival rewritten() {
    return new Arrival(connection, hosts, Place.of(place.paths()), uri, asked, by);
  }

  /** Returns those of the requests that ask for some paths. */
  Arrival within(Language some) {
    Language both = place.paths().intersect(some);
    return new Arrival(connection, hosts, place.within(some), asksByUrl() ? both : uri, asked, by);
  }

  /** Returns those of the requests whose URLs have some paths. */
  Arrival withUri(Language some) {
    Language both = uri.intersect(some);
    return new Arrival(
        connection, hosts, asksByUrl() ? place.within(some) : place, both, asked, by);
  }

  /** Tells whether what is asked for is what the URL says: a server's rule may part them. */
  boolean asksByUrl() {
    return by.filter(step -> step.kind() == Step.Kind.REWRITE_IN_SERVER).isEmpty();
  }

  /** Tells what is on the disk there; empty if that is not known. */
  Optional<FileStatus> status() {
    return place.status();
  }

  /**
   * Returns what a variable of mod_rewrite may hold; empty if anything.
   *
   * @param name the name, as in {@code HTTP:Host}
   */
  Optional<Language> value(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "HTTPS" -> connection.https();
      case "REQUEST_SCHEME" -> connection.requestScheme();
      case "HTTP:X-FORWARDED-PROTO" -> connection.forwardedProtocol();
      case "SERVER_PORT" -> connection.serverPort();
      case "HTTP_HOST", "HTTP:HOST" -> Optional.of(connection.hostFields(hosts));
      case "REQUEST_URI" -> Optional.of(uri);
      case "QUERY_STRING" -> by.isPresent() ? Optional.empty() : Optional.of(place.query());
      case "ENV:REDIRECT_STATUS" -> redirectStatus();
      case "THE_REQUEST" -> Optional.of(requestLine());
      default -> Optional.empty();
    };
  }

  private Optional<Language> redirectStatus() {
    if (by.isEmpty()) {
      return Optional.of(Language.of(""));
    }
    Step.Kind kind = by.get().kind();
    return kind == Step.Kind.REWRITE || kind == Step.Kind.REWRITE_RELATIVE
        ? Optional.of(Language.of("200"))
        : Optional.empty();
  }

  private Language requestLine() {
    return METHOD.concatenate(asked.sent().intersect(WRITTEN)).concatenate(PROTOCOL);
  }

  private static Language matching(String pattern) {
    return Regex.constant(pattern).match(Language.ALL).matching();
  }
}
