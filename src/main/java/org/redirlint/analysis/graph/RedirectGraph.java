package org.redirlint.analysis.graph;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The redirects of a site, and which may lead to which, whatever has come before but for a slash.
 */
final class RedirectGraph {

  private RedirectGraph() {}

  /** Returns what may follow each redirect that leads back to the site. */
  static Map<Node, Set<Edge>> of(List<Step> steps, Moves moves) {
    Map<Node, List<Target>> targets = new LinkedHashMap<>();
    for (Step step : steps) {
      for (String scheme : List.of("http", "https")) {
        Node node = new Node(step, scheme);
        List<Target> led = step.kind().isRedirect() ? moves.first(node) : List.of();
        if (!led.isEmpty()) {
          targets.put(node, led);
        }
      }
    }
    Sources<Node> slashes = sources(targets, RedirectGraph::addsSlash);
    Sources<Node> others = sources(targets, node -> !addsSlash(node));
    Map<Node, Set<Edge>> edges = new LinkedHashMap<>();
    Map<Node, Distinct<Target>> slashed = new LinkedHashMap<>();
    targets.forEach(
        (node, led) -> {
          Set<Edge> after = new HashSet<>();
          for (Target target : led) {
            after.addAll(moves.edges(node, target, others));
            for (Moves.Move move : moves.after(node, target, slashes)) {
              Distinct<Target> kinds = slashed.computeIfAbsent(move.to(), to -> new Distinct<>());
              kinds.add(move.target());
              after.add(new Edge(part(move.to(), kinds, move.target()), move.direct()));
            }
          }
          edges.put(node, after);
        });
    Sources<Node> all = sources(targets, node -> true);
    slashed.forEach(
        (slash, kinds) ->
            kinds
                .all()
                .forEach(
                    target ->
                        edges.put(part(slash, kinds, target), moves.edges(slash, target, all))));
    return edges;
  }

  /**
   * Returns the redirect of the requests that a slash is added to of which one target is made: what
   * follows depends on these alone, as it may be added to anything.
   */
  private static Node part(Node slash, Distinct<Target> kinds, Target target) {
    return slash.part(1 + kinds.place(target));
  }

  private static Sources<Node> sources(Map<Node, List<Target>> targets, Predicate<Node> some) {
    return Moves.sources(targets.keySet().stream().filter(some).toList());
  }

  private static boolean addsSlash(Node node) {
    return node.step().kind() == Step.Kind.SLASH;
  }
}
