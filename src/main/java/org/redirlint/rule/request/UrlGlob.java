package org.redirlint.rule.request;

import java.util.Locale;
import java.util.Optional;
import org.redirlint.http.Url;

/**
 * URLs by their parts: {@code /api/**}, {@code https://**}, {@code http://*.example.com/shop/*}. A
 * path alone is that path at any host; {@code *} in a host stands for any part of it, dots among
 * it; without a port, any port is meant. Queries are not looked at.
 */
public final class UrlGlob {

  private static final String ANYTHING = "**";
  private static final String EXPECTED =
      "expected a path or a URL, as in /api/** or https://www.example.com/**, found \"";

  private final String text;
  private final String scheme;
  private final TextGlob host;
  private final String port;
  private final TextGlob path;

  private UrlGlob(String text, String scheme, TextGlob host, String port, TextGlob path) {
    this.text = text;
    this.scheme = scheme;
    this.host = host;
    this.port = port;
    this.path = path;
  }

  /**
   * Reads a path or a URL with wildcards.
   *
   * @throws IllegalArgumentException if it is neither; the message says why
   */
  public static UrlGlob parse(String text) {
    if (text.indexOf('?') >= 0 || text.indexOf('#') >= 0) {
      throw new IllegalArgumentException(
          "queries and fragments are not looked at: leave out what begins with ? or #");
    }
    if (text.startsWith("/") && !text.startsWith("//")) {
      return new UrlGlob(text, "*", new TextGlob(ANYTHING), "", new TextGlob(text));
    }
    int colon = text.indexOf("://");
    String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https") && !scheme.equals("*")) {
      throw new IllegalArgumentException(EXPECTED + text + "\"");
    }
    String rest = text.substring(colon + 3);
    int slash = rest.indexOf('/');
    if (slash < 0 && !rest.equals(ANYTHING)) {
      throw new IllegalArgumentException(
          "this names no path: write " + text + "/ for its front page or " + text + "/** for all");
    }
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    String path = slash < 0 ? "/" + ANYTHING : rest.substring(slash);
    int portColon = authority.lastIndexOf(':');
    boolean hasPort = portColon > authority.lastIndexOf(']');
    String host =
        (hasPort ? authority.substring(0, portColon) : authority).toLowerCase(Locale.ROOT);
    String port = hasPort ? authority.substring(portColon + 1) : "";
    if (host.isEmpty() || !port.matches("[0-9]{0,5}")) {
      throw new IllegalArgumentException(EXPECTED + text + "\"");
    }
    return new UrlGlob(text, scheme, new TextGlob(host), port, new TextGlob(path));
  }

  /** Tells whether a URL is among those meant. */
  public boolean fits(Url url) {
    return fitsScheme(url.scheme())
        && host.fits(url.host())
        && (port.isEmpty() || port.equals(String.valueOf(url.port())))
        && path.fits(path(url));
  }

  /** Tells whether URLs of a scheme are among those meant. */
  public boolean fitsScheme(String other) {
    return scheme.equals("*") || scheme.equals(other);
  }

  /** Returns the host. */
  public TextGlob host() {
    return host;
  }

  /** Returns the path. */
  public TextGlob path() {
    return path;
  }

  /** Returns the port, if one is named. */
  public Optional<Integer> port() {
    return port.isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(port));
  }

  /** Returns the path of a URL without its query. */
  public static String path(Url url) {
    int mark = url.target().indexOf('?');
    return mark < 0 ? url.target() : url.target().substring(0, mark);
  }

  @Override
  public String toString() {
    return text;
  }
}
