package org.redirlint.analysis.search;

import java.util.List;
import java.util.OptionalInt;

/**
 * Where requests come in.
 *
 * @param scheme {@code http} or {@code https}
 * @param port the port, 1 to 65535
 */
public record Entrance(String scheme, int port) {

  /** Returns the port that a proxy would ask; empty if all speak TLS. */
  static OptionalInt plainPort(List<Entrance> entrances) {
    return port(entrances, "http");
  }

  /** Returns the port of a scheme that is asked first; empty if none speaks it. */
  static OptionalInt port(List<Entrance> entrances, String scheme) {
    List<Integer> ports =
        entrances.stream()
            .filter(entrance -> entrance.scheme().equals(scheme))
            .map(Entrance::port)
            .toList();
    for (int usual : scheme.equals("https") ? List.of(443, 8443) : List.of(80, 8080)) {
      if (ports.contains(usual)) {
        return OptionalInt.of(usual);
      }
    }
    return ports.isEmpty() ? OptionalInt.empty() : OptionalInt.of(ports.get(0));
  }
}
