package org.redirlint.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redirlint.analysis.search.Entrance;
import org.redirlint.analysis.search.GatewaySite;
import org.redirlint.analysis.search.GatewaySite.Behind;
import org.redirlint.analysis.search.Onward;
import org.redirlint.http.Url;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.Handover.Address;
import org.redirlint.semantics.Simulator;

/**
 * Joins servers with those they hand requests on to. That one is meant is certain where the
 * settings say so, or where a request is sent to this very machine, or to a name, on a port on
 * which just one of the given servers listens for it.
 */
public final class Gateways {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1\\]");

  private final List<Target> targets;
  private final Map<Address, List<String>> named;

  private Gateways(List<Target> targets, Map<Address, List<String>> named) {
    this.targets = targets;
    this.named = named;
  }

  /**
   * Returns the configurations, in their order, each with the servers behind it.
   *
   * @param named the files of the servers that settings name, by their addresses
   */
  public static List<Target> joined(List<Target> targets, Map<Address, List<String>> named) {
    return new Gateways(targets, named).joined();
  }

  private List<Target> joined() {
    List<List<Target>> behind = targets.stream().map(this::behind).toList();
    Set<Target> fronted = new HashSet<>();
    for (int i = 0; i < targets.size(); i++) {
      Target front = targets.get(i);
      behind.get(i).stream().filter(other -> other != front).forEach(fronted::add);
    }
    List<Target> joined = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      joined.add(joined(targets.get(i), behind.get(i), fronted.contains(targets.get(i))));
    }
    return joined;
  }

  private Target joined(Target front, List<Target> behind, boolean fronted) {
    if (behind.isEmpty()) {
      return new Target(
          front.scope(), front.files(), front.site(), front.facts(), front.problems(), fronted);
    }
    List<Behind> servers =
        behind.stream()
            .map(target -> new Behind(target.site(), ports(target), !isNamed(target)))
            .toList();
    List<String> files =
        Stream.concat(Stream.of(front), behind.stream())
            .flatMap(t -> t.files().stream())
            .distinct()
            .toList();
    List<Facts> facts =
        Stream.concat(Stream.of(front), behind.stream()).map(Target::facts).distinct().toList();
    return new Target(
        front.scope(),
        files,
        new GatewaySite(front.site(), servers),
        facts.size() == 1 ? facts.get(0) : new CommonFacts(facts),
        front.problems(),
        fronted);
  }

  /** Returns the servers that one hands requests on to. */
  private List<Target> behind(Target front) {
    return front.site().onward().stream()
        .map(Onward::addresses)
        .distinct()
        .flatMap(
            addresses ->
                targets.stream()
                    .filter(target -> !addresses.isEmpty())
                    .filter(
                        target ->
                            addresses.stream().allMatch(a -> ports(target).apply(a).isPresent())))
        .distinct()
        .toList();
  }

  private boolean isNamed(Target target) {
    return named.values().stream()
        .anyMatch(files -> files.stream().anyMatch(target.files()::contains));
  }

  private Function<Address, OptionalInt> ports(Target target) {
    return address -> port(target, address);
  }

  private OptionalInt port(Target target, Address address) {
    List<String> files = named.get(address);
    if (files != null) {
      return files.stream().anyMatch(target.files()::contains)
          ? OptionalInt.of(listening(target, address.port()))
          : OptionalInt.empty();
    }
    boolean only = targets.stream().filter(other -> listens(other, address)).count() == 1;
    return only && listens(target, address) ? OptionalInt.of(address.port()) : OptionalInt.empty();
  }

  /** A container's port is often another one than the address says. */
  private static int listening(Target target, int port) {
    List<Integer> ports = target.site().entrances().stream().map(Entrance::port).toList();
    return ports.contains(port)
        ? port
        : Stream.of(80, 8080)
            .filter(ports::contains)
            .findFirst()
            .orElse(ports.isEmpty() ? port : ports.get(0));
  }

  private static boolean listens(Target target, Address address) {
    Simulator simulator = target.simulator();
    boolean here =
        LOOPBACK.matcher(address.host()).matches()
            || simulator.serves(new Url("http", address.host(), address.port(), "/"));
    return here
        && target.site().knowsServers()
        && target.site().entrances().stream().anyMatch(e -> e.port() == address.port());
  }
}
