package org.redirlint.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a request, as a browser holds it: absolute, without a fragment.
 *
 * @param scheme {@code http} or {@code https}, in lower case
 * @param host the host, in lower case; an IPv6 address in brackets
 * @param port the port, 1 to 65535
 * @param target path and query as they are sent, beginning with a slash
 */
public record Url(String scheme, String host, int port, String target) {

  private static final Pattern PORT = Pattern.compile("[0-9]{0,5}");
  private static final Pattern SLASHES = Pattern.compile("^/*");
  private static final Pattern NAMED = Pattern.compile("(?i)(?<scheme>https?):(?<slashes>/*)");
  private static final Pattern BREAKS = Pattern.compile("[\t\r\n]");

  /** Returns the default port of a scheme. */
  public static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  /** Returns the absolute URL a text spells; empty if it is not one of http or https. */
  public static Optional<Url> parse(String text) {
    int colon = text.indexOf("://");
    if (colon < 0) {
      return Optional.empty();
    }
    String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.empty();
    }
    String rest = withoutFragment(text.substring(colon + 3));
    int end = endOfAuthority(rest);
    String target = rest.substring(end);
    if (!target.startsWith("/")) {
      target = "/" + target;
    }
    return authority(scheme, rest.substring(0, end), escapeSpaces(target));
  }

  /**
   * Returns where a Location leads a browser that is here; empty if it leads out of http and https,
   * or nowhere. For browsers a backslash before the query is a slash, and http and https need not
   * have two slashes behind them.
   *
   * @see <a href="https://url.spec.whatwg.org/#concept-basic-url-parser">URL Standard</a>
   */
  public Optional<Url> resolve(String reference) {
    String read = withSlashes(trim(reference));
    Matcher named = NAMED.matcher(read);
    if (named.lookingAt()) {
      String other = named.group("scheme").toLowerCase(Locale.ROOT);
      boolean whole = named.group("slashes").length() > 1 || !other.equals(scheme);
      return whole
          ? parse(other + "://" + read.substring(named.end())).map(Url::withoutDotSegments)
          : below(read.substring(named.end("scheme") + 1));
    }
    if (hasScheme(read)) {
      return Optional.empty();
    }
    return read.startsWith("//")
        ? parse(scheme + "://" + SLASHES.matcher(read).replaceFirst(""))
            .map(Url::withoutDotSegments)
        : below(read);
  }

  /** Returns a Location as browsers read it: with a slash for each backslash before the query. */
  public static String withSlashes(String reference) {
    int end = 0;
    while (end < reference.length() && "?#".indexOf(reference.charAt(end)) < 0) {
      end++;
    }
    return reference.substring(0, end).replace('\\', '/') + reference.substring(end);
  }

  private Optional<Url> below(String reference) {
    String relative = escapeSpaces(withoutFragment(reference));
    String path = path(target);
    String resolved;
    if (relative.isEmpty()) {
      resolved = target;
    } else if (relative.startsWith("/")) {
      resolved = relative;
    } else if (relative.startsWith("?")) {
      resolved = path + relative;
    } else {
      resolved = path.substring(0, path.lastIndexOf('/') + 1) + relative;
    }
    return Optional.of(new Url(scheme, host, port, resolved).withoutDotSegments());
  }

  /** Returns the value of the Host header a browser sends: the port only where it is unusual. */
  public String hostHeader() {
    return port == defaultPort(scheme) ? host : host + ":" + port;
  }

  /** Returns the URL as text, the port only where it is not the scheme's default. */
  @Override
  public String toString() {
    return scheme + "://" + hostHeader() + target;
  }

  private Url withoutDotSegments() {
    String path = path(target);
    if (!path.contains("/.")) {
      return this;
    }
    StringBuilder kept = new StringBuilder();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      String segment = segments[i];
      boolean last = i == segments.length - 1;
      if (segment.equals("..")) {
        kept.setLength(Math.max(0, kept.lastIndexOf("/")));
        kept.append(last ? "/" : "");
      } else if (segment.equals(".")) {
        kept.append(last ? "/" : "");
      } else {
        kept.append('/').append(segment);
      }
    }
    return new Url(scheme, host, port, kept + target.substring(path.length()));
  }

  private static Optional<Url> authority(String scheme, String authority, String target) {
    String hostPort = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = hostPort.lastIndexOf(':');
    boolean hasPort = colon > hostPort.lastIndexOf(']');
    String host = (hasPort ? hostPort.substring(0, colon) : hostPort).toLowerCase(Locale.ROOT);
    String digits = hasPort ? hostPort.substring(colon + 1) : "";
    if (host.isEmpty() || !PORT.matcher(digits).matches()) {
      return Optional.empty();
    }
    int port = digits.isEmpty() ? defaultPort(scheme) : Integer.parseInt(digits);
    return port < 1 || port > 65535
        ? Optional.empty()
        : Optional.of(new Url(scheme, host, port, target));
  }

  private static boolean hasScheme(String reference) {
    for (int i = 0; i < reference.length(); i++) {
      char c = reference.charAt(i);
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (c == ':') {
        return i > 0;
      }
      if (!letter && !(i > 0 && later)) {
        return false;
      }
    }
    return false;
  }

  private static int endOfAuthority(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != '/' && text.charAt(end) != '?') {
      end++;
    }
    return end;
  }

  private static String path(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  private static String withoutFragment(String text) {
    int fragment = text.indexOf('#');
    return fragment < 0 ? text : text.substring(0, fragment);
  }

  /** Browsers strip C0 controls and spaces around a URL, and tabs and line breaks within. */
  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return BREAKS.matcher(text.substring(start, end)).replaceAll("");
  }

  /** Browsers send what a request line cannot hold percent-encoded (URL Standard, path state). */
  private static String escapeSpaces(String target) {
    StringBuilder escaped = null;
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      boolean bad = c <= ' ' || c >= 0x7F || c == '"' || c == '<' || c == '>' || c == '`';
      if (bad && escaped == null) {
        escaped = new StringBuilder(target.length() + 8).append(target, 0, i);
      }
      if (escaped != null) {
        if (bad) {
          escaped.append(String.format(Locale.ROOT, "%%%02X", (int) c));
        } else {
          escaped.append(c);
        }
      }
    }
    return escaped == null ? target : escaped.toString();
  }
}
