package org.redirlint.analysis.search;

import java.util.List;
import java.util.function.Predicate;
import org.redirlint.http.Url;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.Chain.End;

/**
 * Finds the hosts of an ever longer URL that are themselves ever longer. That a pattern fits them
 * does not make anybody give them an address.
 */
final class GrownHosts {

  private GrownHosts() {}

  /**
   * Returns what has to be assumed of the hosts: that the first one which nobody would ask for
   * leads here, and so on.
   *
   * @param served tells whether a URL's host is known to lead here
   */
  static List<Assumption> of(Chain chain, Predicate<Url> served) {
    if (chain.end() != End.GROWING) {
      return List.of();
    }
    List<Url> urls = chain.hops().stream().flatMap(hop -> hop.url().stream()).toList();
    String asked = urls.get(0).host();
    List<String> grown =
        urls.stream()
            .filter(url -> url.host().length() > asked.length())
            .filter(url -> !url.host().equals(HostTests.sibling(asked)) && !served.test(url))
            .map(Url::host)
            .distinct()
            .toList();
    return grown.size() < 2
        ? List.of()
        : List.of(
            new Assumption(
                "%s leads to this site, and so on (%d hosts)".formatted(grown.get(0), grown.size()),
                false));
  }
}
