package org.redirlint.model.nginx;

import java.util.Optional;
import org.redirlint.source.Origin;

/**
 * A directive that answers requests in the file system's place: {@code proxy_pass}, {@code
 * fastcgi_pass}, {@code stub_status}, {@code content_by_lua_block} and their like.
 *
 * @param origin the directive
 * @param directive its name
 * @param target its first argument as written; the empty string if it has none
 * @param proxyPass what a {@code proxy_pass} says
 */
public record Handler(
    Origin origin, String directive, String target, Optional<ProxyPass> proxyPass) {

  /** Takes a directive that hands no request on by HTTP. */
  public Handler(Origin origin, String directive, String target) {
    this(origin, directive, target, Optional.empty());
  }

  /** Tells whether it is known how the directive answers, or who does in its place. */
  public boolean isRead() {
    return isUpstream() || answersReading();
  }

  /** Tells whether the directive answers GET and HEAD alone, and never redirects. */
  public boolean answersReading() {
    return directive.equals("empty_gif") || directive.equals("stub_status");
  }

  /** Tells whether the directive hands the request to an upstream server. */
  public boolean isUpstream() {
    return directive.endsWith("_pass");
  }
}
