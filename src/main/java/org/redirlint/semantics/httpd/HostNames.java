package org.redirlint.semantics.httpd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Classifier;
import org.redirlint.semantics.Classifier.Case;

/** The names of virtual hosts that share an address (check_hostalias). */
final class HostNames {

  private final List<VirtualHost> hosts;
  private final Map<String, Integer> exact = new HashMap<>();
  private final List<Wildcard> wildcards = new ArrayList<>();
  private final Classifier<Optional<VirtualHost>> classifier;

  /**
   * A name with {@code *} or {@code ?}.
   *
   * @param pattern the name in lower case
   * @param host the number of the host that has it
   */
  private record Wildcard(String pattern, int host) {

    TextSet fitting() {
      String regex = Prefixes.quoted(pattern).replace("\\x2a", ".*").replace("\\x3f", ".");
      return TextSet.matching("^(?s)" + regex + "\\z");
    }
  }

  /** Takes the hosts, the default one first. */
  HostNames(List<VirtualHost> hosts) {
    this.hosts = List.copyOf(hosts);
    for (int i = 0; i < hosts.size(); i++) {
      int number = i;
      hosts.get(i).name().ifPresent(name -> exact.putIfAbsent(Escapes.lower(name), number));
      for (String alias : hosts.get(i).aliases()) {
        String name = Escapes.lower(alias);
        if (isWildcard(name)) {
          wildcards.add(new Wildcard(name, number));
        } else {
          exact.putIfAbsent(name, number);
        }
      }
    }
    this.classifier = Classifier.described(this::find, this::cases);
  }

  /** Returns the hosts. */
  List<VirtualHost> hosts() {
    return hosts;
  }

  /**
   * Returns the first host with a name that fits.
   *
   * @param name a host's name in lower case
   */
  Optional<VirtualHost> find(String name) {
    int first = exact.getOrDefault(name, hosts.size());
    for (Wildcard wildcard : wildcards) {
      if (wildcard.host() >= first) {
        break;
      }
      if (Wildcards.fits(name, wildcard.pattern(), false)) {
        first = wildcard.host();
      }
    }
    return first < hosts.size() ? Optional.of(hosts.get(first)) : Optional.empty();
  }

  /** Sorts hosts in lower case by {@link #find}. */
  Classifier<Optional<VirtualHost>> classifier() {
    return classifier;
  }

  private List<Case<Optional<VirtualHost>>> cases() {
    List<Case<Optional<VirtualHost>>> cases = new ArrayList<>();
    for (VirtualHost host : hosts) {
      host.name()
          .ifPresent(
              name -> cases.add(new Case<>(TextSet.of(Escapes.lower(name)), Optional.of(host))));
      for (String alias : host.aliases()) {
        String name = Escapes.lower(alias);
        TextSet named = isWildcard(name) ? new Wildcard(name, 0).fitting() : TextSet.of(name);
        cases.add(new Case<>(named, Optional.of(host)));
      }
    }
    cases.add(new Case<>(TextSet.all(), Optional.empty()));
    return cases;
  }

  private static boolean isWildcard(String name) {
    return name.indexOf('*') >= 0 || name.indexOf('?') >= 0;
  }

  /** Tells whether a host has a name (matches_aliases). */
  static boolean isNamed(VirtualHost host, String name) {
    return host.name().filter(name::equalsIgnoreCase).isPresent()
        || host.aliases().stream().anyMatch(alias -> Wildcards.fits(name, alias, true));
  }
}
