package org.redirlint.analysis.search;

import java.util.List;
import java.util.Set;

/**
 * What a search has found.
 *
 * @param endless chains without an end, the best one for each place where they close
 * @param behindTls chains that have no end only where TLS ends before the server
 * @param behaviours a chain for each thing the server does with a request
 * @param methods what it answers by each method, for requests that it redirects or asks for their
 *     method
 * @param elsewhere hosts that redirects lead to and that are not the site's, in lower case
 * @param inquiry asks for more
 */
public record SearchResult(
    List<Observed> endless,
    List<Observed> behindTls,
    List<Observed> behaviours,
    List<MethodTable> methods,
    Set<String> elsewhere,
    Inquiry inquiry) {

  public SearchResult {
    endless = List.copyOf(endless);
    behindTls = List.copyOf(behindTls);
    behaviours = List.copyOf(behaviours);
    methods = List.copyOf(methods);
    elsewhere = Set.copyOf(elsewhere);
  }

  /** Returns the same chains with something more that has to be so. */
  public SearchResult assuming(Assumption more) {
    return new SearchResult(
        endless.stream().map(found -> found.assuming(more)).toList(),
        behindTls.stream().map(found -> found.assuming(more)).toList(),
        behaviours.stream().map(found -> found.assuming(more)).toList(),
        methods,
        elsewhere,
        inquiry.assuming(more));
  }
}
