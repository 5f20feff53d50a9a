package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.redirlint.http.Url;
import org.redirlint.model.Configuration;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.Handover.Address;
import org.redirlint.semantics.Simulator;
import org.redirlint.semantics.Strings;
import org.redirlint.semantics.TransitionSystem;
import org.redirlint.semantics.gateway.Backend;
import org.redirlint.semantics.gateway.Entry;
import org.redirlint.semantics.gateway.Gateway;
import org.redirlint.semantics.gateway.GatewaySimulator;

/**
 * A server with those it hands requests on to.
 *
 * @param front the server
 * @param behind those behind it
 */
public record GatewaySite(Site front, List<Behind> behind) implements Site {

  private static final int MOST_HOSTS = 4;

  /** Takes a copy. */
  public GatewaySite {
    behind = List.copyOf(behind);
  }

  /**
   * A server behind.
   *
   * @param site the server
   * @param ports the port it is asked on for requests to an address; empty for an address of
   *     another server
   * @param here whether it runs where the one in front does
   */
  public record Behind(Site site, Function<Address, OptionalInt> ports, boolean here) {

    /** Tells whether clients come to it by the usual ports, if nobody else listens there. */
    private boolean opens(String scheme, int port) {
      return here
          && port == Url.defaultPort(scheme)
          && site.entrances().contains(new Entrance(scheme, port));
    }
  }

  @Override
  public Configuration configuration() {
    return front.configuration();
  }

  @Override
  public <V> TransitionSystem<V, ?> system(Domain<V> domain, Facts facts) {
    return gateway(domain, facts);
  }

  private <V> Gateway<V> gateway(Domain<V> domain, Facts facts) {
    List<Entry<V>> entries = new ArrayList<>();
    entries.add(new Entry<>(front.system(domain, facts), this::comesToFront));
    List<Backend<V>> backends = new ArrayList<>();
    for (Behind server : behind) {
      entries.add(new Entry<>(server.site().system(domain, facts), server::opens));
      Facts seen = new FactsBehind(facts, server.here());
      backends.add(new Backend<>(server.site().system(domain, seen), server.ports()));
    }
    return new Gateway<>(entries, backends);
  }

  /** The front server is asked wherever no server behind it listens alone. */
  private boolean comesToFront(String scheme, int port) {
    return front.entrances().contains(new Entrance(scheme, port))
        || behind.stream().noneMatch(server -> server.opens(scheme, port));
  }

  @Override
  public Simulator simulator(Facts facts, Strings strings) {
    Simulator first = front.simulator(facts, strings);
    List<Simulator> others = behind.stream().map(b -> b.site().simulator(facts, strings)).toList();
    return new GatewaySimulator(
        gateway(strings, facts),
        scheme -> Entrance.port(entrances(), scheme),
        url ->
            first.serves(url)
                || (front.nameless() && others.stream().anyMatch(other -> other.serves(url))));
  }

  @Override
  public List<Entrance> entrances() {
    Set<Entrance> entrances = new LinkedHashSet<>(front.entrances());
    for (Behind server : behind) {
      server.site().entrances().stream()
          .filter(entrance -> server.opens(entrance.scheme(), entrance.port()))
          .forEach(entrances::add);
    }
    return List.copyOf(entrances);
  }

  @Override
  public Seeds seeds() {
    Seeds seeds = front.seeds();
    for (Behind server : behind) {
      Seeds inner = server.site().seeds();
      Set<String> hosts = new LinkedHashSet<>(seeds.hosts());
      if (front.nameless()) {
        hosts.addAll(inner.hosts());
      }
      seeds.through(
          inner, entrances(), hosts.stream().limit(MOST_HOSTS).toList(), t -> outside(server, t));
    }
    return seeds;
  }

  /** Returns what has to be asked of the front server for a target to be asked for behind it. */
  private List<String> outside(Behind server, String target) {
    return front.onward().stream()
        .filter(
            onward ->
                onward.addresses().stream().allMatch(a -> server.ports().apply(a).isPresent()))
        .filter(onward -> target.startsWith(onward.sent()))
        .map(onward -> onward.path() + target.substring(onward.sent().length()))
        .distinct()
        .toList();
  }

  @Override
  public Set<String> roots() {
    Set<String> roots = new HashSet<>(front.roots());
    behind.forEach(server -> roots.addAll(server.site().roots()));
    return roots;
  }

  @Override
  public Set<String> indices() {
    Set<String> indices = new HashSet<>(front.indices());
    behind.forEach(server -> indices.addAll(server.site().indices()));
    return indices;
  }

  @Override
  public boolean nameless() {
    return front.nameless() && behind.stream().allMatch(server -> server.site().nameless());
  }

  @Override
  public boolean knowsServers() {
    return true;
  }

  @Override
  public Optional<Site> withOwnRules(String folder) {
    for (int i = 0; i < behind.size(); i++) {
      Behind server = behind.get(i);
      Optional<Site> other = server.site().withOwnRules(folder);
      if (other.isPresent()) {
        List<Behind> others = new ArrayList<>(behind);
        others.set(i, new Behind(other.get(), server.ports(), server.here()));
        return Optional.of(new GatewaySite(front, others));
      }
    }
    return Optional.empty();
  }
}
