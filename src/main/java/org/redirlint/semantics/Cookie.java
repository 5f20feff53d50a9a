package org.redirlint.semantics;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.redirlint.http.Url;

/**
 * A cookie as a browser keeps it.
 *
 * @param name its name, not empty
 * @param value its value, which may be empty
 * @param domain the host it belongs to, in lower case
 * @param below whether the hosts below that one get it as well
 * @param path the path it belongs to
 * @param secure whether it is sent by https only
 * @param ended whether its time is over, which takes away what is kept under its name
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-5">RFC 6265 section 5</a>
 */
record Cookie(
    String name,
    String value,
    String domain,
    boolean below,
    String path,
    boolean secure,
    boolean ended) {

  private static final Pattern SECONDS = Pattern.compile("-?[0-9]+");
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*|.*:.*");

  /**
   * Reads the header of a response; what a browser ignores is no cookie (section 5.2).
   *
   * @param from the URL that was asked for
   * @param header the value of {@code Set-Cookie}
   */
  static Optional<Cookie> read(Url from, String header, Instant now) {
    String[] parts = header.split(";", -1);
    int equals = parts[0].indexOf('=');
    String name = equals < 0 ? "" : parts[0].substring(0, equals).strip();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String host = from.host().toLowerCase(Locale.ROOT);
    Cookie cookie =
        new Cookie(
            name,
            parts[0].substring(equals + 1).strip(),
            host,
            false,
            folder(path(from)),
            false,
            false);
    Optional<Boolean> maxAge = Optional.empty();
    for (int i = 1; i < parts.length; i++) {
      String[] attribute = parts[i].split("=", 2);
      String given = attribute.length < 2 ? "" : attribute[1].strip();
      switch (attribute[0].strip().toLowerCase(Locale.ROOT)) {
        case "expires" -> cookie = cookie.ending(CookieDate.isOver(given, now), cookie.ended);
        case "max-age" -> maxAge = SECONDS.matcher(given).matches() ? over(given) : maxAge;
        case "domain" -> cookie = given.isEmpty() ? cookie : cookie.of(domain(given));
        case "path" -> cookie = cookie.at(given.startsWith("/") ? given : folder(path(from)));
        case "secure" -> cookie = cookie.secured();
        default -> {
          // A browser passes over what it does not know.
        }
      }
    }
    Cookie whole = cookie.ending(maxAge, cookie.ended);
    return whole.isFor(host) ? Optional.of(whole) : Optional.empty();
  }

  /** Tells whether a browser sends it with a request for a URL (section 5.4). */
  boolean isSentTo(Url url) {
    String asked = path(url);
    boolean onPath =
        asked.equals(path)
            || (asked.startsWith(path)
                && (path.endsWith("/") || asked.charAt(path.length()) == '/'));
    return onPath
        && isFor(url.host().toLowerCase(Locale.ROOT))
        && (!secure || url.scheme().equals("https"));
  }

  /** Tells whether it takes the place of another one (section 5.3, step 11). */
  boolean replaces(Cookie other) {
    return name.equals(other.name) && domain.equals(other.domain) && path.equals(other.path);
  }

  /** Returns it as a request names it. */
  String pair() {
    return name + "=" + value;
  }

  private boolean isFor(String host) {
    return host.equals(domain)
        || (below && host.endsWith("." + domain) && !ADDRESS.matcher(host).matches());
  }

  private Cookie of(String named) {
    return new Cookie(name, value, named, true, path, secure, ended);
  }

  private Cookie at(String place) {
    return new Cookie(name, value, domain, below, place, secure, ended);
  }

  private Cookie secured() {
    return new Cookie(name, value, domain, below, path, true, ended);
  }

  private Cookie ending(Optional<Boolean> told, boolean otherwise) {
    return new Cookie(name, value, domain, below, path, secure, told.orElse(otherwise));
  }

  private static Optional<Boolean> over(String seconds) {
    return Optional.of(seconds.startsWith("-") || seconds.chars().allMatch(c -> c == '0'));
  }

  private static String domain(String given) {
    return (given.startsWith(".") ? given.substring(1) : given).toLowerCase(Locale.ROOT);
  }

  /** Returns the path a cookie belongs to that names none (section 5.1.4). */
  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? "/" : path.substring(0, slash);
  }

  private static String path(Url url) {
    return url.target().split("[?#]", 2)[0];
  }
}
