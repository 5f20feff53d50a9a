package org.redirlint.analysis.graph;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The redirects of a site, and which may lead to which, whatever has come before. */
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
    Sources<Node> nodes = Moves.sources(targets.keySet());
    Map<Node, Set<Edge>> edges = new LinkedHashMap<>();
    targets.forEach(
        (node, led) -> {
          Set<Edge> after = new HashSet<>();
          for (Target target : led) {
            after.addAll(moves.edges(node, target, nodes));
          }
          edges.put(node, after);
        });
    return edges;
  }
}
