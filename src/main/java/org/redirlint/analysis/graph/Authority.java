package org.redirlint.analysis.graph;

import java.util.OptionalInt;
import java.util.Set;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;

/**
 * Which servers a directive may lead to.
 *
 * @param schemes the schemes it may lead to
 * @param sameScheme whether the scheme is that of the request
 * @param hosts the hosts, in lower case
 * @param port the port; empty if it is not known
 */
record Authority(Set<String> schemes, boolean sameScheme, Language hosts, OptionalInt port) {

  /** The schemes there are. */
  static final Set<String> ALL_SCHEMES = Set.of("http", "https");

  /** What clients may call a server: they write names in lower case. */
  static final Language HOSTS =
      Language.ALL.minus(Regex.constant("[A-Z]").match(Language.ALL).matching());

  /** Where the request came from, or where its host's name leads. */
  static final Authority SAME = new Authority(ALL_SCHEMES, true, HOSTS, OptionalInt.empty());

  /** Where nobody can tell. */
  static final Authority ANY = new Authority(ALL_SCHEMES, false, HOSTS, OptionalInt.empty());

  Authority {
    schemes = Set.copyOf(schemes);
  }

  /** Tells whether it is all of another one. */
  boolean includes(Authority other) {
    return schemes.equals(other.schemes)
        && sameScheme == other.sameScheme
        && port.equals(other.port)
        && hosts.includes(other.hosts);
  }

  /** Returns the same at some hosts only. */
  Authority within(Language some) {
    return new Authority(schemes, sameScheme, hosts.intersect(some), port);
  }
}
