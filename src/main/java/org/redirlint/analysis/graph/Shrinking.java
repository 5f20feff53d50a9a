package org.redirlint.analysis.graph;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Circles of redirects that end, as each way round makes the same part of the URL shorter. */
final class Shrinking {

  private final List<Node> members;
  private final Components graph;
  private final Part part;
  private final boolean slashes;

  private Shrinking(List<Node> members, Components graph, Part part) {
    this.members = members;
    this.graph = graph;
    this.part = part;
    this.slashes = part != Part.HOST && members.stream().anyMatch(Shrinking::addsSlash);
  }

  /** What gets shorter. */
  private enum Part {
    WHOLE,
    PATH,
    HOST;

    OptionalInt of(Lengthening growth) {
      return switch (this) {
        case WHOLE -> growth.whole();
        case PATH -> growth.path();
        case HOST -> growth.host();
      };
    }
  }

  /** Tells whether every way round makes the URL shorter in the end. */
  static boolean ends(List<Node> members, Components graph) {
    return EnumSet.allOf(Part.class).stream()
        .anyMatch(part -> new Shrinking(members, graph, part).ends());
  }

  /** No redirect makes the part longer, and none is left of a circle of those that keep it. */
  private boolean ends() {
    if (!members.stream().allMatch(node -> growth(node) <= 0) || !isComparable()) {
      return false;
    }
    Components keeping = new Components(keeping());
    return keeping.all().stream().noneMatch(keeping::isCircle);
  }

  /**
   * Tells whether the part is the same from one redirect to the next: what the server does to a
   * request before changes its path, but not its host; and the whole leaves out a host that is
   * written.
   */
  private boolean isComparable() {
    boolean direct = members.stream().allMatch(node -> graph.inner(node).allMatch(Edge::direct));
    return switch (part) {
      case HOST -> true;
      case PATH -> direct;
      case WHOLE ->
          direct && (members.size() == 1 || members.stream().noneMatch(Shrinking::namesHost));
    };
  }

  private static boolean namesHost(Node node) {
    return node.step().from(Arrival.ANY).authority().hosts().texts(1).isPresent();
  }

  /** Returns the ways through redirects that do not make the part shorter. */
  private Map<Node, Set<Edge>> keeping() {
    Set<Node> keeping =
        members.stream().filter(node -> growth(node) >= 0).collect(Collectors.toSet());
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
   * Returns how much longer the part becomes at most. Where mod_dir adds slashes, a path that has
   * no slash at its end counts as if it had: then the slash adds nothing, but another redirect may
   * take it away.
   */
  private int growth(Node node) {
    boolean slash = slashes && addsSlash(node);
    return slash ? 0 : part.of(node.step().growth()).orElse(1) + (slashes ? 1 : 0);
  }
}
