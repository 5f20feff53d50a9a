package org.redirlint.analysis.graph;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.redirlint.regex.Language;

/**
 * Where a redirect may lead.
 *
 * @param schemes the schemes it may lead to
 * @param sameScheme whether the scheme is that of the request
 * @param host the host; empty for that of the request, or another one that is not known
 * @param port the port; empty for the usual one of the scheme, or one that is not known
 * @param paths the paths, decoded; what is left out it never leads to
 */
record Target(
    Set<String> schemes,
    boolean sameScheme,
    Optional<String> host,
    OptionalInt port,
    Language paths) {

  /** The schemes there are. */
  static final Set<String> ALL_SCHEMES = Set.of("http", "https");

  Target {
    schemes = Set.copyOf(schemes);
  }

  /** Leads to other paths where the request came from. */
  static Target here(Language paths) {
    return new Target(ALL_SCHEMES, true, Optional.empty(), OptionalInt.empty(), paths);
  }

  /** Leads to where nobody can tell. */
  static Target anywhere() {
    return new Target(ALL_SCHEMES, false, Optional.empty(), OptionalInt.empty(), DecodedPaths.ALL);
  }

  /** Leads to a scheme, and to a host that is not known. */
  static Target at(String scheme, Language paths) {
    return new Target(Set.of(scheme), false, Optional.empty(), OptionalInt.empty(), paths);
  }

  /**
   * Leads to a host.
   *
   * @param port the port, 1 to 65535
   */
  static Target at(String scheme, String host, int port, Language paths) {
    return new Target(Set.of(scheme), false, Optional.of(host), OptionalInt.of(port), paths);
  }
}
