package org.redirlint.analysis.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;
import org.redirlint.semantics.FileStatus;

/** What redirects make of requests. */
final class Moves {

  private static final Language NAMES_WITHOUT_DOT =
      Regex.constant("\\.[^/]*\\z").match(DecodedPaths.ALL).rest();

  private final Gate gate;
  private final Inside inside;
  private final Suppositions suppositions;
  private final Language untaken;

  /**
   * Takes a site.
   *
   * @param taken the paths of URLs that something redirects before mod_dir
   */
  Moves(Language taken, Gate gate, Inside inside, Suppositions suppositions) {
    this.untaken = DecodedPaths.ALL.minus(taken);
    this.gate = gate;
    this.inside = inside;
    this.suppositions = suppositions;
  }

  /**
   * A redirect that leads back to the site.
   *
   * @param to the redirect
   * @param target where it leads
   * @param direct whether the server did nothing to the request before
   */
  record Move(Node to, Target target, boolean direct) {}

  /** Returns where a redirect may lead any requests. */
  List<Target> first(Node node) {
    Distinct<Target> targets = new Distinct<>();
    each(
        Arrival.by(node.scheme()),
        Language.ALL,
        List.of(node),
        (same, asked) -> moved(same, asked).map(Move::target).ifPresent(targets::add));
    return targets.all();
  }

  /** Returns which of some redirects may follow what another one has redirected. */
  Set<Edge> edges(Node from, Target target, Collection<Node> nodes) {
    Set<Edge> edges = new HashSet<>();
    each(from, target, nodes, (node, arrival) -> edges.add(new Edge(node, arrival.by().isEmpty())));
    return edges;
  }

  /** Returns how some redirects may go on with what another one has redirected. */
  List<Move> after(Node from, Target target, Collection<Node> nodes) {
    Distinct<Move> moves = new Distinct<>();
    each(from, target, nodes, (node, asked) -> moved(node, asked).ifPresent(moves::add));
    return moves.all();
  }

  private void each(
      Node from, Target target, Collection<Node> nodes, BiConsumer<Node, Arrival> taken) {
    Authority authority = target.authority();
    for (String scheme : Authority.ALL_SCHEMES) {
      boolean leads =
          authority.sameScheme()
              ? scheme.equals(from.scheme())
              : authority.schemes().contains(scheme);
      if (leads) {
        OptionalInt port = gate.port(authority, scheme);
        each(Arrival.at(target, scheme, port), authority.hosts(), nodes, taken);
      }
    }
  }

  /** Finds what the server makes of requests, and which redirects take it. */
  private void each(
      Arrival client, Language hosts, Collection<Node> nodes, BiConsumer<Node, Arrival> taken) {
    String scheme = client.scheme().orElseThrow();
    Map<Language, Collection<Arrival>> arrivals = new HashMap<>();
    for (Node node : nodes) {
      Step step = node.step();
      Language first = step.first();
      for (Arrival arrival : arrivals.computeIfAbsent(first, paths -> arrivals(client, paths))) {
        if (node.scheme().equals(scheme)
            && gate.speaks(step.server(), scheme)
            && gate.answers(step.server(), client.port(), hosts)) {
          Arrival asked = step.kind() == Step.Kind.SLASH ? beforeSlash(arrival) : arrival;
          if (step.takes(asked, suppositions)) {
            taken.accept(node, asked);
          }
        }
      }
    }
  }

  /**
   * Returns what the server makes of requests. What a redirect takes as it comes from the client,
   * it never meets again.
   */
  private Collection<Arrival> arrivals(Arrival client, Language first) {
    if (first.isEmpty()) {
      return inside.from(client);
    }
    List<Arrival> arrivals = new ArrayList<>(List.of(client));
    Arrival later = client.within(DecodedPaths.ALL.minus(first));
    if (!later.place().paths().isEmpty()) {
      inside.from(later).stream()
          .filter(arrival -> arrival.by().isPresent())
          .forEach(arrivals::add);
    }
    return arrivals;
  }

  private Optional<Move> moved(Node node, Arrival asked) {
    Target target = node.step().from(asked);
    return gate.comesBack(target.authority(), suppositions)
        ? Optional.of(new Move(node, target, asked.by().isEmpty()))
        : Optional.empty();
  }

  /** What mod_dir is asked for: a file has no slash, and what serves as an index is one. */
  private Arrival beforeSlash(Arrival arrival) {
    if (arrival.by().isEmpty()) {
      return arrival.withUri(untaken);
    }
    boolean file = arrival.status().filter(FileStatus.FILE::equals).isPresent();
    if (file) {
      arrival.place().named().ifPresent(path -> suppositions.add(path + " is a file"));
      return arrival.withUri(Language.NONE);
    }
    boolean index = arrival.by().get().kind() == Step.Kind.INDEX;
    return index ? arrival.withUri(NAMES_WITHOUT_DOT) : arrival;
  }
}
