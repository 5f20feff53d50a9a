package org.redirlint.analysis.graph;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.redirlint.regex.Language;

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

  /** Where the request came from, or where its host's name leads. */
  static final Authority SAME = new Authority(ALL_SCHEMES, true, Language.ALL, OptionalInt.empty());

  /** Where nobody can tell. */
  static final Authority ANY = new Authority(ALL_SCHEMES, false, Language.ALL, OptionalInt.empty());

  /** More hosts than these are not asked about one by one. */
  private static final int MOST_HOSTS = 20;

  Authority {
    schemes = Set.copyOf(schemes);
  }

  /** Returns the same at some hosts only. */
  Authority within(Language some) {
    return new Authority(schemes, sameScheme, hosts.intersect(some), port);
  }

  /** Tells whether all hosts are of some kind. */
  boolean allHosts(Predicate<String> kind) {
    Optional<List<String>> few = hosts.texts(MOST_HOSTS);
    return few.isPresent() && few.get().stream().allMatch(kind);
  }
}
