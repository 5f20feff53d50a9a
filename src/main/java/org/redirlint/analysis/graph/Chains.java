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
        if (circle.isEmpty() && !Shrinking.ends(component, still)) {
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
}
