package org.redirlint.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.redirlint.regex.Language;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.Follower;
import org.redirlint.semantics.Simulator;
import org.redirlint.semantics.TransitionSystem;

/**
 * All the requests that can be sent to a server.
 *
 * @param entrances where they come in
 * @param served the hosts the server answers for
 * @param hosts further hosts that lead back to it, in lower case
 * @param elsewhere hosts that lead elsewhere, in lower case
 */
record AllRequests(
    Set<Entrance> entrances, Language served, Set<String> hosts, Set<String> elsewhere) {

  private static final int MOST_HOPS = 24;

  AllRequests {
    entrances = Set.copyOf(entrances);
    hosts = Set.copyOf(hosts);
    elsewhere = Set.copyOf(elsewhere);
  }

  /**
   * Decides what they come to.
   *
   * @param attempt what may be done for it
   * @param memory what attempts before have worked out
   * @param facts what is known of the world
   * @param backslashes what is done about backslashes in targets
   * @param system makes the server in the symbolic domain
   * @param simulators makes the server in the concrete domain, for a world
   */
  Verdict decide(
      Attempt attempt,
      Memory memory,
      Facts facts,
      Backslashes backslashes,
      Function<Languages, TransitionSystem<Term, ?>> system,
      Function<Facts, Simulator> simulators) {
    Languages domain = new Languages(memory);
    List<Integer> ports = entrances.stream().map(Entrance::port).sorted().distinct().toList();
    BiPredicate<String, Integer> listens =
        (scheme, port) -> entrances.contains(new Entrance(scheme, port));
    Language back = served.union(Language.anyOf(hosts));
    Client client = new Client(back, ports, listens, backslashes);
    Explorer<?> explorer = explorer(domain, system.apply(domain), client, attempt);
    Replay replay =
        new Replay(facts, simulators, new Follower.Options(true, MOST_HOPS, hosts, false), listens);
    Language here = Browser.HOSTS.minus(Language.anyOf(elsewhere));
    List<RequestSet> beginnings = new ArrayList<>();
    for (int port : ports) {
      for (String scheme : List.of("http", "https")) {
        if (listens.test(scheme, port)) {
          beginnings.add(RequestSet.all(scheme, port).narrowed(Map.of(RequestSet.HOST, here)));
        }
      }
    }
    return new Prover(explorer, new Sampler(back), replay, memory, attempt).decide(beginnings);
  }

  private static <S> Explorer<S> explorer(
      Languages domain, TransitionSystem<Term, S> server, Client client, Attempt attempt) {
    return new Explorer<>(domain, server, client, attempt);
  }
}
