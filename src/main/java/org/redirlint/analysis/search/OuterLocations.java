package org.redirlint.analysis.search;

import java.util.List;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.Chain.End;

/**
 * Supposes of a file of nginx that holds the inside of a server that there is no more of the
 * server: what is rewritten is looked up again among all of its locations.
 *
 * @see <a href="https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#rewrite">The flag
 *     last</a>
 */
final class OuterLocations {

  private static final Assumption NONE =
      new Assumption("no location outside of what was read takes what is rewritten", false);

  private OuterLocations() {}

  /** Returns what has to be assumed of the rest of the server, where requests go round in it. */
  static List<Assumption> of(Site site, Chain chain) {
    return chain.end() == End.INTERNAL_LOOP && site.isPartOfServer() ? List.of(NONE) : List.of();
  }
}
