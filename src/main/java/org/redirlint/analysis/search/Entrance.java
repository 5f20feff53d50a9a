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
    List<Integer> plain =
        entrances.stream()
            .filter(entrance -> entrance.scheme().equals("http"))
            .map(Entrance::port)
            .toList();
    for (int usual : List.of(80, 8080)) {
      if (plain.contains(usual)) {
        return OptionalInt.of(usual);
      }
    }
    return plain.isEmpty() ? OptionalInt.empty() : OptionalInt.of(plain.get(0));
  }
}
