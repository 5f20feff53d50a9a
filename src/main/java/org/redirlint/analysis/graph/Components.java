package org.redirlint.analysis.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
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

  /** A redirect whose followers are being visited. */
  private record Visit(Node node, Iterator<Edge> left) {}

  /** Visits all that follows, one after the other: chains are too long for recursive calls. */
  private void visit(Node first) {
    Deque<Visit> open = new ArrayDeque<>();
    enter(first, open);
    while (!open.isEmpty()) {
      Visit visit = open.peek();
      if (visit.left().hasNext()) {
        Node next = visit.left().next().to();
        if (!index.containsKey(next)) {
          enter(next, open);
        } else if (!component.containsKey(next)) {
          low.merge(visit.node(), low.get(next), Math::min);
        }
      } else {
        open.pop();
        leave(visit.node());
        if (!open.isEmpty() && !component.containsKey(visit.node())) {
          low.merge(open.peek().node(), low.get(visit.node()), Math::min);
        }
      }
    }
  }

  private void enter(Node node, Deque<Visit> open) {
    if (!index.containsKey(node)) {
      low.put(node, index.size());
      index.put(node, index.size());
      stack.push(node);
      open.push(new Visit(node, after(node).iterator()));
    }
  }

  private void leave(Node node) {
    if (Objects.equals(low.get(node), index.get(node))) {
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
