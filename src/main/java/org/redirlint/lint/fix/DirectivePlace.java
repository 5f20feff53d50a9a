package org.redirlint.lint.fix;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.ast.BlockDirective;
import org.redirlint.ast.Directive;
import org.redirlint.ast.Document;
import org.redirlint.ast.Node;
import org.redirlint.diagnostic.TextEdit;
import org.redirlint.semantics.Hop;
import org.redirlint.source.Span;

/**
 * Where a directive begins.
 *
 * @param path its file, as messages call it
 * @param offset its first byte
 */
record DirectivePlace(String path, int offset) {

  /** What an edit changes: a directive's place, and the directive's text. */
  record Edited(DirectivePlace acting, String text) {}

  /**
   * Returns the innermost directive around an edit, or where that is a condition of a rule, the
   * rule: nothing else is seen to act.
   */
  static Optional<Edited> edited(TextEdit edit, Map<String, Document> documents) {
    Document document = documents.get(edit.file().path());
    return document == null ? Optional.empty() : edited(edit, document.nodes());
  }

  private static Optional<Edited> edited(TextEdit edit, List<Node> nodes) {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) instanceof Directive directive && holds(directive.span(), edit.span())) {
        Optional<Edited> inner =
            directive instanceof BlockDirective block
                ? edited(edit, block.body())
                : Optional.empty();
        Directive acting = directive.is("RewriteCond") ? rule(nodes, i, directive) : directive;
        String text = edit.file().text(directive.span());
        return inner.or(() -> Optional.of(new Edited(place(edit, acting), text)));
      }
    }
    return Optional.empty();
  }

  private static Directive rule(List<Node> nodes, int condition, Directive otherwise) {
    return nodes.subList(condition, nodes.size()).stream()
        .filter(Directive.class::isInstance)
        .map(Directive.class::cast)
        .filter(directive -> directive.is("RewriteRule"))
        .findFirst()
        .orElse(otherwise);
  }

  private static DirectivePlace place(TextEdit edit, Directive directive) {
    return new DirectivePlace(edit.file().path(), directive.span().start());
  }

  private static boolean holds(Span outer, Span inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }

  /** Tells whether the directive at this place acted on a request. */
  boolean actedOn(Hop hop) {
    return hop.reply().steps().stream()
        .map(step -> new DirectivePlace(step.origin().file().path(), step.origin().span().start()))
        .anyMatch(this::equals);
  }
}
