package org.redirlint.semantics.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Classifier.Case;

/**
 * An address requests come in on.
 *
 * @param port the port; 0 if it is not known
 * @param hosts the virtual hosts that answer there, the default one first; the main server if there
 *     are none
 */
record Endpoint(int port, List<VirtualHost> hosts) {

  Endpoint {
    hosts = List.copyOf(hosts);
  }

  /** Returns the host that answers if no other one is meant. */
  VirtualHost first() {
    return hosts.get(0);
  }

  /**
   * Returns the first host with a name that fits (check_hostalias).
   *
   * @param name a host's name in lower case
   */
  Optional<VirtualHost> find(String name) {
    for (VirtualHost host : hosts) {
      if (isNamed(host, name)) {
        return Optional.of(host);
      }
    }
    return Optional.empty();
  }

  /** Sorts hosts in lower case by {@link #find}. */
  Classifier<Optional<VirtualHost>> byName() {
    List<Case<Optional<VirtualHost>>> cases = new ArrayList<>();
    for (VirtualHost host : hosts) {
      host.name()
          .ifPresent(
              name -> cases.add(new Case<>(TextSet.of(Escapes.lower(name)), Optional.of(host))));
      for (String alias : host.aliases()) {
        String pattern =
            Prefixes.quoted(Escapes.lower(alias)).replace("\\x2a", ".*").replace("\\x3f", ".");
        cases.add(new Case<>(TextSet.matching("^(?s)" + pattern + "\\z"), Optional.of(host)));
      }
    }
    cases.add(new Case<>(TextSet.ALL, Optional.empty()));
    return Classifier.described(this::find, cases);
  }

  /** Tells whether a host has a name (matches_aliases). */
  static boolean isNamed(VirtualHost host, String name) {
    if (host.name().filter(name::equalsIgnoreCase).isPresent()) {
      return true;
    }
    for (String alias : host.aliases()) {
      if (Wildcards.fits(name, alias, true)) {
        return true;
      }
    }
    return false;
  }
}
