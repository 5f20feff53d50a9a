package org.redirlint.rule.security;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where browsers land that follow a Location. They forgive more than RFC 3986 does: a backslash is
 * a slash, slashes may be missing or too many, and line breaks do not count.
 *
 * @see <a href="https://url.spec.whatwg.org/#url-parsing">URL Standard, basic URL parser</a>
 */
final class Landing {

  private static final Pattern AROUND = Pattern.compile("\\A[\\x00-\\x20]+|[\\x00-\\x20]+\\z");
  private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]");
  private static final Pattern SCHEME = Pattern.compile("\\A(https?):", Pattern.CASE_INSENSITIVE);
  private static final Pattern AUTHORITY = Pattern.compile("\\A[/\\\\]*([^/\\\\?#]+)");
  private static final Pattern HOST = Pattern.compile("([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]*)?");

  private Landing() {}

  /**
   * Returns the host, in lower case; empty if the Location stays at the host it comes from or is no
   * URL of http or https.
   *
   * @param scheme the scheme of the URL that is redirected
   */
  static Optional<String> host(String scheme, String location) {
    String text = BREAKS.matcher(AROUND.matcher(location).replaceAll("")).replaceAll("");
    Matcher absolute = SCHEME.matcher(text);
    if (absolute.find()) {
      String rest = text.substring(absolute.end());
      if (!absolute.group(1).equalsIgnoreCase(scheme)) {
        return authority(rest);
      }
      text = rest;
    }
    return text.length() > 1 && isSlash(text.charAt(0)) && isSlash(text.charAt(1))
        ? authority(text)
        : Optional.empty();
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }

  private static Optional<String> authority(String text) {
    Matcher authority = AUTHORITY.matcher(text);
    if (!authority.find()) {
      return Optional.empty();
    }
    String name = authority.group(1);
    Matcher host = HOST.matcher(name.substring(name.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    return host.matches() ? Optional.of(host.group(1)) : Optional.empty();
  }
}
