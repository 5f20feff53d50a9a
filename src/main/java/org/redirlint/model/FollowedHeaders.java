package org.redirlint.model;

import java.util.Locale;
import java.util.Set;

/**
 * The headers of a response, besides Location, that matter for redirects: what a browser sends back
 * (RFC 6265), how long it keeps a redirect (RFC 9111), and whether it goes to https by itself (RFC
 * 6797).
 */
public final class FollowedHeaders {

  /** The header that gives a browser a cookie. */
  public static final String SET_COOKIE = "Set-Cookie";

  private static final Set<String> NAMES =
      Set.of("set-cookie", "strict-transport-security", "cache-control", "expires");

  private FollowedHeaders() {}

  /** Tells whether a header is one of them; case does not matter. */
  public static boolean include(String name) {
    return NAMES.contains(name.toLowerCase(Locale.ROOT));
  }
}
