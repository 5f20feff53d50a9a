package org.redirlint.analysis.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The chains of redirects of a site: how long they are, and whether each of them ends. */
final class Chains {

  /** Circles of more redirects than these are not followed round by round. */
  private static final int MOST_MEMBERS = 24;

  private final Components components;
  private final Map<List<Node>, OptionalInt> rounds = new HashMap<>();
  private Optional<List<Step>> circle = Optional.empty();

  /** Takes what may follow each redirect. */
  Chains(Map<Node, Set<Edge>> edges, Moves moves) {
    this.components = new Components(edges);
    for (List<Node> members : components.all()) {
      if (components.isCircle(members) && circle.isEmpty()) {
        rounds.put(members, rounds(members, moves));
      }
    }
  }

  /** Returns redirects that may lead to each other without end; empty if every chain ends. */
  Optional<List<Step>> circle() {
    return circle;
  }

  /** Returns how many redirects there are in a row at most; empty if that depends on the URL. */
  OptionalInt longest() {
    Map<Node, Integer> longest = new HashMap<>();
    int most = 0;
    for (List<Node> members : components.all()) {
      OptionalInt own = rounds.getOrDefault(members, OptionalInt.of(1));
      if (own.isEmpty()) {
        return own;
      }
      int behind =
          members.stream()
              .flatMap(components::after)
              .mapToInt(edge -> longest.getOrDefault(edge.to(), 0))
              .max()
              .orElse(0);
      members.forEach(node -> longest.put(node, own.getAsInt() + behind));
      most = Math.max(most, own.getAsInt() + behind);
    }
    return OptionalInt.of(most);
  }

  /**
   * Returns how many redirects of a circle there are in a row; empty if that depends on the URL.
   */
  private OptionalInt rounds(List<Node> members, Moves moves) {
    Set<Node> redirects = members.stream().map(Node::whole).collect(Collectors.toSet());
    Rounds.Left left =
        redirects.size() > MOST_MEMBERS
            ? new Rounds.Left(0, edges(members))
            : new Rounds(moves, redirects).run();
    Components still = new Components(left.edges());
    boolean ends = true;
    int most = left.rounds();
    for (List<Node> component : still.all()) {
      if (still.isCircle(component)) {
        ends = false;
        if (circle.isEmpty() && !shrinks(component, still)) {
          circle = Optional.of(component.stream().map(Node::step).toList());
        }
      }
    }
    return ends ? OptionalInt.of(most + still.all().size()) : OptionalInt.empty();
  }

  private Map<Node, Set<Edge>> edges(List<Node> members) {
    return members.stream()
        .collect(
            Collectors.toMap(
                node -> node, node -> components.inner(node).collect(Collectors.toSet())));
  }

  /** Every way round makes the URL shorter, and no redirect of it makes it longer. */
  private static boolean shrinks(List<Node> members, Components graph) {
    boolean slashes = members.stream().anyMatch(Chains::addsSlash);
    boolean bounded =
        members.stream()
            .allMatch(
                node -> growth(node, slashes) <= 0 && graph.inner(node).allMatch(Edge::direct));
    boolean sameHost =
        members.size() == 1
            || members.stream()
                .allMatch(
                    node -> node.step().from(Arrival.ANY).authority().hosts().texts(1).isEmpty());
    if (!bounded || !sameHost) {
      return false;
    }
    Components keeping = new Components(keepingLength(members, slashes, graph));
    return keeping.all().stream().noneMatch(keeping::isCircle);
  }

  /** Returns the ways through redirects that do not make the URL shorter. */
  private static Map<Node, Set<Edge>> keepingLength(
      List<Node> members, boolean slashes, Components graph) {
    Set<Node> keeping =
        members.stream().filter(node -> growth(node, slashes) >= 0).collect(Collectors.toSet());
    return keeping.stream()
        .collect(
            Collectors.toMap(
                node -> node,
                node ->
                    graph
                        .inner(node)
                        .filter(edge -> keeping.contains(edge.to()))
                        .collect(Collectors.toSet())));
  }

  private static boolean addsSlash(Node node) {
    return node.step().kind() == Step.Kind.SLASH;
  }

  /**
   * Returns how much longer a URL becomes at most. Where mod_dir adds slashes, one that has no
   * slash at its end counts as if it had: then the slash adds nothing, but another redirect may
   * take it away.
   */
  private static int growth(Node node, boolean slashes) {
    return addsSlash(node) ? 0 : node.step().growth().orElse(1) + (slashes ? 1 : 0);
  }
}
