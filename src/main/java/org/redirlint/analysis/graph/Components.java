package org.redirlint.analysis.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The strongly connected components of a graph of redirects, by Tarjan's algorithm: each leads only
 * to those before it.
 */
final class Components {

  private final Map<Node, Set<Edge>> edges;
  private final List<List<Node>> components = new ArrayList<>();
  private final Map<Node, Integer> component = new HashMap<>();
  private final Map<Node, Integer> index = new HashMap<>();
  private final Map<Node, Integer> low = new HashMap<>();
  private final Deque<Node> stack = new ArrayDeque<>();

  /** Finds the components of a graph. */
  Components(Map<Node, Set<Edge>> edges) {
    this.edges = edges;
    edges.keySet().forEach(this::visit);
  }

  /** Returns all components. */
  List<List<Node>> all() {
    return List.copyOf(components);
  }

  /** Returns what may follow a redirect. */
  Stream<Edge> after(Node node) {
    return edges.getOrDefault(node, Set.of()).stream();
  }

  /** Returns what may follow a redirect in its own component. */
  Stream<Edge> inner(Node node) {
    return after(node)
        .filter(edge -> Objects.equals(component.get(edge.to()), component.get(node)));
  }

  /** Tells whether a component leads to itself. */
  boolean isCircle(List<Node> members) {
    return members.size() > 1 || inner(members.get(0)).findAny().isPresent();
  }

  private void visit(Node node) {
    if (index.containsKey(node)) {
      return;
    }
    int number = index.size();
    index.put(node, number);
    low.put(node, number);
    stack.push(node);
    after(node)
        .forEach(
            edge -> {
              visit(edge.to());
              if (!component.containsKey(edge.to())) {
                low.merge(node, low.get(edge.to()), Math::min);
              }
            });
    if (low.get(node) == number) {
      List<Node> members = new ArrayList<>();
      Node member;
      do {
        member = stack.pop();
        component.put(member, components.size());
        members.add(member);
      } while (!member.equals(node));
      components.add(members);
    }
  }
}
