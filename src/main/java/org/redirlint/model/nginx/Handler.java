package org.redirlint.model.nginx;

import org.redirlint.source.Origin;

/**
 * A directive that answers requests in the file system's place: {@code proxy_pass}, {@code
 * fastcgi_pass}, {@code stub_status}, {@code content_by_lua_block} and their like.
 *
 * @param origin the directive
 * @param directive its name
 * @param target its first argument as written; the empty string if it has none
 */
public record Handler(Origin origin, String directive, String target) {

  /** Tells whether the directive hands the request to an upstream server. */
  public boolean isUpstream() {
    return directive.endsWith("_pass");
  }
}
