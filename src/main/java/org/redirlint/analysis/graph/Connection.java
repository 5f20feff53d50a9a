package org.redirlint.analysis.graph;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redirlint.http.Url;
import org.redirlint.regex.Language;

/**
 * How requests come to a server, and what it takes that for.
 *
 * @param scheme the scheme; empty if it is not known
 * @param port the port; empty if it is not known
 * @param ownSchemes the schemes that a server may call itself by, whatever it is asked by
 * @param ownPorts the ports that a server may call its own where it is asked for no other
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/core.html#servername">ServerName</a>
 */
record Connection(
    Optional<String> scheme, OptionalInt port, Set<String> ownSchemes, Set<Integer> ownPorts) {

  /** Any way. */
  static final Connection ANY =
      new Connection(Optional.empty(), OptionalInt.empty(), Set.of(), Set.of());

  private static final Language PORT = Language.of("").union(Language.startingWith(":"));

  Connection {
    ownSchemes = Set.copyOf(ownSchemes);
    ownPorts = Set.copyOf(ownPorts);
  }

  /** Returns what {@code HTTPS} may hold; empty if anything. */
  Optional<Language> https() {
    return scheme.map(known -> Language.of(known.equals("https") ? "on" : "off"));
  }

  /** Returns what {@code REQUEST_SCHEME} may hold; empty if anything. */
  Optional<Language> requestScheme() {
    return scheme.map(
        known -> {
          Set<String> schemes = new HashSet<>(ownSchemes);
          schemes.add(known);
          return Language.anyOf(schemes);
        });
  }

  /** Returns what a proxy in front of the server says of the scheme; empty if anything. */
  Optional<Language> forwardedProtocol() {
    return scheme.map(Language::of);
  }

  /** Returns what {@code SERVER_PORT} may hold; empty if anything. */
  Optional<Language> serverPort() {
    if (port.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Language.anyOf(
            Stream.concat(
                    Stream.of(port.getAsInt()),
                    Stream.concat(ownPorts.stream(), ownSchemes.stream().map(Url::defaultPort)))
                .map(String::valueOf)
                .collect(Collectors.toSet())));
  }

  /** Returns the {@code Host} fields of requests for some hosts. */
  Language hostFields(Language hosts) {
    if (port.isEmpty()) {
      return hosts.concatenate(PORT);
    }
    boolean usual = scheme.filter(known -> Url.defaultPort(known) == port.getAsInt()).isPresent();
    return usual ? hosts : hosts.concatenate(Language.of(":" + port.getAsInt()));
  }
}
