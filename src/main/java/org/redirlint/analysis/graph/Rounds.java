package org.redirlint.analysis.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
  private final Set<Node> nodes;

  /**
   * Takes redirects.
   *
   * @param nodes those that may follow each other again and again
   */
  Rounds(Moves moves, Set<Node> nodes) {
    this.moves = moves;
    this.nodes = nodes;
  }

  /**
   * What is left.
   *
   * @param rounds how many redirects led there
   * @param edges what may follow each redirect from there on
   */
  record Left(int rounds, Map<Node, Set<Edge>> edges) {}

  private record State(Node node, Target target) {}

  /** Redirects all requests until none comes back, or for a number of rounds. */
  Left run() {
    Distinct<State> states = new Distinct<>();
    for (Node node : nodes) {
      moves.first(node).forEach(target -> states.add(new State(node, target)));
    }
    return run(states.all());
  }

  private Left run(List<State> first) {
    List<State> states = first;
    int rounds = 1;
    while (!states.isEmpty()) {
      Map<Node, Set<Edge>> edges = new HashMap<>();
      Distinct<State> next = new Distinct<>();
      for (State state : states) {
        Set<Edge> after = edges.computeIfAbsent(state.node(), node -> new HashSet<>());
        for (Moves.Move move : moves.after(state.node(), state.target(), nodes)) {
          next.add(new State(move.to(), move.target()));
          after.add(new Edge(move.to(), move.direct()));
        }
      }
      if (rounds == MOST || next.all().size() > MOST_STATES || next.all().equals(states)) {
        return new Left(rounds, edges);
      }
      states = next.all();
      rounds++;
    }
    return new Left(rounds - 1, Map.of());
  }
}
