package org.redirlint.semantics.nginx.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * A directive of a generated configuration.
 *
 * @param text the directive without its body, with its semicolon if it has none
 * @param body the directives inside; empty for none
 * @param block whether it has a body
 */
record Node(String text, List<Node> body, boolean block) {

  static Node simple(String text) {
    return new Node(text + ";", List.of(), false);
  }

  static Node block(String text, List<Node> body) {
    return new Node(text, List.copyOf(body), true);
  }

  /** Returns the directives as text, indented. */
  static String print(List<Node> nodes, String indent) {
    StringBuilder text = new StringBuilder();
    for (Node node : nodes) {
      text.append(indent).append(node.text());
      if (node.block()) {
        text.append(" {\n").append(print(node.body(), indent + "  ")).append(indent).append("}");
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Returns every list of directives that lacks one of these, or has its body instead of it. */
  static List<List<Node>> smaller(List<Node> nodes) {
    List<List<Node>> all = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      List<Node> without = new ArrayList<>(nodes);
      without.remove(i);
      all.add(without);
    }
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      for (List<Node> body : smaller(node.body())) {
        List<Node> changed = new ArrayList<>(nodes);
        changed.set(i, new Node(node.text(), body, node.block()));
        all.add(changed);
      }
    }
    return all;
  }
}
