package org.redirlint.model.nginx;

import org.redirlint.source.Origin;

/**
 * A location.
 *
 * @param origin the {@code location} block
 * @param match what it matches
 * @param internal whether only internal redirects lead here
 * @param scope what holds in it
 */
public record Location(Origin origin, LocationMatch match, boolean internal, Scope scope) {

  /** Returns the text the location is written with; its length is what {@code alias} replaces. */
  public String name() {
    if (match instanceof LocationMatch.Exact exact) {
      return exact.uri();
    }
    if (match instanceof LocationMatch.Prefix prefix) {
      return prefix.prefix();
    }
    if (match instanceof LocationMatch.PriorityPrefix prefix) {
      return prefix.prefix();
    }
    if (match instanceof LocationMatch.RegexMatch regex) {
      return regex.pattern().regex().pattern();
    }
    return ((LocationMatch.Named) match).name();
  }

  /**
   * Tells whether a request for the location's name without its final slash is redirected to the
   * name: so for names that end in a slash where an upstream answers.
   */
  public boolean redirectsToSlash() {
    return !(match instanceof LocationMatch.RegexMatch)
        && name().endsWith("/")
        && scope.handler().filter(Handler::isUpstream).isPresent();
  }
}
