package org.redirlint.site;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redirlint.analysis.search.Entrance;
import org.redirlint.http.Url;
import org.redirlint.regex.Lazy;
import org.redirlint.semantics.Handover.Address;
import org.redirlint.semantics.Simulator;

/** A server that others may hand requests on to, and where it listens. */
final class Listener {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1\\]");

  private final Target target;
  private final List<Integer> ports;
  private final Lazy<Simulator> simulator;

  Listener(Target target) {
    this.target = target;
    this.ports = target.site().entrances().stream().map(Entrance::port).distinct().toList();
    this.simulator = new Lazy<>(target::simulator);
  }

  Target target() {
    return target;
  }

  /** Tells whether it listens at an address of this machine, or of a name that it serves. */
  boolean listens(Address address) {
    return target.site().knowsServers()
        && ports.contains(address.port())
        && (LOOPBACK.matcher(address.host()).matches()
            || simulator.get().serves(new Url("http", address.host(), address.port(), "/")));
  }

  /** Returns the port that stands for another one, as a container's often does. */
  OptionalInt mappedPort(int port) {
    return Stream.concat(Stream.of(port, 80, 8080), ports.stream())
        .filter(ports::contains)
        .mapToInt(Integer::intValue)
        .findFirst();
  }
}
