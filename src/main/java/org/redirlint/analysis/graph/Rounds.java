package org.redirlint.analysis.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The requests that may go round, redirected again and again: what is left after each round is what
 * has been redirected so often. It never grows, so that which redirects may follow each other in
 * one round bounds all later ones.
 */
final class Rounds {

  /** After these rounds, what is left goes round, or is given up. */
  private static final int MOST = 6;

  /** More different requests than these are not looked at in one round. */
  private static final int MOST_STATES = 60;

  private final Moves moves;
  private final Sources<Node> nodes;

  /**
   * Takes redirects.
   *
   * @param nodes those that may follow each other again and again
   */
  Rounds(Moves moves, Set<Node> nodes) {
    this.moves = moves;
    this.nodes = Moves.sources(nodes);
  }

  /**
   * What is left.
   *
   * @param rounds how many redirects led there
   * @param edges what may follow each redirect from there on
   */
  record Left(int rounds, Map<Node, Set<Edge>> edges) {}

  private record State(Node node, Target target) {
    boolean includes(State other) {
      return node.equals(other.node) && target.includes(other.target);
    }
  }

  /** Redirects all requests until none comes back, or for a number of rounds. */
  Left run() {
    Distinct<State> states = new Distinct<>();
    for (Node node : nodes.all()) {
      moves.first(node).forEach(target -> states.add(new State(node, target)));
    }
    return run(states.all());
  }

  private Left run(List<State> first) {
    List<State> states = first;
    int rounds = 1;
    while (!states.isEmpty()) {
      List<List<Moves.Move>> moved = new ArrayList<>();
      Distinct<State> next = new Distinct<>();
      for (State state : states) {
        List<Moves.Move> after = moves.after(state.node(), state.target(), nodes);
        after.forEach(move -> next.add(new State(move.to(), move.target())));
        moved.add(after);
      }
      if (rounds == MOST || next.all().size() > MOST_STATES || next.all().equals(states)) {
        List<State> last = states;
        return new Left(rounds, parts(last, moved).orElseGet(() -> whole(last, moved)));
      }
      states = next.all();
      rounds++;
    }
    return new Left(rounds - 1, Map.of());
  }

  /** Returns which redirects follow each other. */
  private static Map<Node, Set<Edge>> whole(List<State> states, List<List<Moves.Move>> moved) {
    Map<Node, Set<Edge>> edges = new HashMap<>();
    for (int i = 0; i < states.size(); i++) {
      Set<Edge> after = edges.computeIfAbsent(states.get(i).node(), node -> new HashSet<>());
      moved.get(i).forEach(move -> after.add(new Edge(move.to(), move.direct())));
    }
    return edges;
  }

  /**
   * Returns the same for the requests that are left, each kind for itself; empty if what follows is
   * not among them.
   */
  private static Optional<Map<Node, Set<Edge>>> parts(
      List<State> states, List<List<Moves.Move>> moved) {
    Map<Node, Set<Edge>> edges = new HashMap<>();
    for (int i = 0; i < states.size(); i++) {
      Set<Edge> after = new HashSet<>();
      for (Moves.Move move : moved.get(i)) {
        OptionalInt kind = kind(new State(move.to(), move.target()), states);
        if (kind.isEmpty()) {
          return Optional.empty();
        }
        after.add(new Edge(move.to().part(kind.getAsInt()), move.direct()));
      }
      edges.put(states.get(i).node().part(i), after);
    }
    return Optional.of(edges);
  }

  /** Returns the number of the smallest kind of requests that some are of. */
  private static OptionalInt kind(State some, List<State> kinds) {
    int smallest = -1;
    for (int i = 0; i < kinds.size(); i++) {
      boolean smaller =
          kinds.get(i).includes(some)
              && (smallest < 0 || kinds.get(smallest).includes(kinds.get(i)));
      smallest = smaller ? i : smallest;
    }
    return smallest < 0 ? OptionalInt.empty() : OptionalInt.of(smallest);
  }
}
