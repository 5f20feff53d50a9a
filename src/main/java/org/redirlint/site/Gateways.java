package org.redirlint.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.redirlint.analysis.search.GatewaySite;
import org.redirlint.analysis.search.GatewaySite.Behind;
import org.redirlint.analysis.search.Onward;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.Handover.Address;

/**
 * Joins servers with those they hand requests on to. That one is meant is certain where the
 * settings say so, or where a request is sent to this very machine, or to a name, on a port on
 * which just one of the given servers listens for it.
 */
public final class Gateways {

  private final List<Listener> listeners;
  private final Map<Address, List<String>> named;

  private Gateways(List<Target> targets, Map<Address, List<String>> named) {
    this.listeners = targets.stream().map(Listener::new).toList();
    this.named = named;
  }

  /**
   * Returns the configurations, in their order, each with the servers behind it.
   *
   * @param named the files of the servers that settings name, by their addresses
   */
  public static List<Target> joined(List<Target> targets, Map<Address, List<String>> named) {
    List<List<Onward>> onward = targets.stream().map(target -> target.site().onward()).toList();
    return onward.stream().allMatch(List::isEmpty)
        ? targets
        : new Gateways(targets, Map.copyOf(named)).joined(onward);
  }

  private List<Target> joined(List<List<Onward>> onward) {
    List<List<Integer>> behind = onward.stream().map(this::behind).toList();
    Set<Integer> fronted = new HashSet<>();
    for (int front = 0; front < behind.size(); front++) {
      int own = front;
      behind.get(front).stream().filter(number -> number != own).forEach(fronted::add);
    }
    return IntStream.range(0, behind.size())
        .mapToObj(front -> joined(front, behind.get(front), fronted.contains(front)))
        .toList();
  }

  private Target joined(int number, List<Integer> behind, boolean fronted) {
    Target front = listeners.get(number).target();
    if (behind.isEmpty()) {
      return front.behind(fronted);
    }
    List<String> files = new ArrayList<>(front.files());
    List<Facts> facts = new ArrayList<>(List.of(front.facts()));
    List<Behind> servers = new ArrayList<>();
    for (int other : behind) {
      Target target = listeners.get(other).target();
      servers.add(new Behind(target.site(), address -> port(other, address), !isNamed(target)));
      if (other != number) {
        files.addAll(target.files());
        facts.add(target.facts());
      }
    }
    return new Target(
        front.scope(),
        files,
        new GatewaySite(front.site(), servers),
        facts.size() == 1 ? facts.get(0) : new CommonFacts(facts),
        front.problems(),
        fronted);
  }

  /** Returns the numbers of the servers that requests are handed on to. */
  private List<Integer> behind(List<Onward> onward) {
    List<List<Address>> addresses =
        onward.stream().map(Onward::addresses).filter(a -> !a.isEmpty()).distinct().toList();
    return IntStream.range(0, listeners.size())
        .filter(
            number ->
                addresses.stream()
                    .anyMatch(any -> any.stream().allMatch(a -> port(number, a).isPresent())))
        .boxed()
        .toList();
  }

  private boolean isNamed(Target target) {
    return named.values().stream().anyMatch(files -> isAmong(files, target));
  }

  private static boolean isAmong(List<String> files, Target target) {
    return files.stream().anyMatch(target.files()::contains);
  }

  /** Returns the port on which a server is asked for requests to an address. */
  private OptionalInt port(int number, Address address) {
    Listener server = listeners.get(number);
    List<String> files = named.get(address);
    if (files != null) {
      return isAmong(files, server.target())
          ? server.mappedPort(address.port())
          : OptionalInt.empty();
    }
    boolean only = listeners.stream().filter(other -> other.listens(address)).count() == 1;
    return only && server.listens(address) ? OptionalInt.of(address.port()) : OptionalInt.empty();
  }
}
