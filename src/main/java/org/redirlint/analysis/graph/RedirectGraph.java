package org.redirlint.analysis.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The redirects of a site, and which may lead to which. */
final class RedirectGraph {

  /** More redirects than these are not compared with each other. */
  private static final int MOST = 400;

  private final List<Node> nodes = new ArrayList<>();
  private final Gate gate;
  private final int[] longest;
  private final boolean[] open;

  RedirectGraph(List<Redirection> redirections, Gate gate) {
    this.gate = gate;
    for (Redirection redirection : redirections) {
      for (String scheme : Target.ALL_SCHEMES) {
        if (gate.comesBack(redirection) && gate.mayBeAsked(redirection, scheme)) {
          nodes.add(new Node(redirection, scheme));
        }
      }
    }
    this.longest = new int[nodes.size()];
    this.open = new boolean[nodes.size()];
  }

  /** A redirect of requests of one scheme. */
  private record Node(Redirection redirection, String scheme) {
    boolean leadsTo(String other) {
      Target target = redirection.target();
      return target.sameScheme() ? other.equals(scheme) : target.schemes().contains(other);
    }
  }

  /** Returns how many redirects in a row lead back at most; empty if they may go round. */
  OptionalInt longestChain() {
    if (nodes.size() > MOST) {
      return OptionalInt.empty();
    }
    int most = 0;
    for (int i = 0; i < nodes.size(); i++) {
      Optional<Integer> from = from(i);
      if (from.isEmpty()) {
        return OptionalInt.empty();
      }
      most = Math.max(most, from.get());
    }
    return OptionalInt.of(most);
  }

  private Optional<Integer> from(int index) {
    if (open[index]) {
      return Optional.empty();
    }
    if (longest[index] == 0) {
      open[index] = true;
      int most = 0;
      for (int next : successors(index)) {
        Optional<Integer> behind = from(next);
        if (behind.isEmpty()) {
          return behind;
        }
        most = Math.max(most, behind.get());
      }
      open[index] = false;
      longest[index] = most + 1;
    }
    return Optional.of(longest[index]);
  }

  private List<Integer> successors(int index) {
    List<Integer> successors = new ArrayList<>();
    Node from = nodes.get(index);
    for (int i = 0; i < nodes.size(); i++) {
      Node to = nodes.get(i);
      if (from.leadsTo(to.scheme())
          && gate.leads(from.redirection(), to.redirection(), to.scheme())) {
        successors.add(i);
      }
    }
    return successors;
  }
}
