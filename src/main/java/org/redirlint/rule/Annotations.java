package org.redirlint.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.redirlint.ast.BlockDirective;
import org.redirlint.ast.Comment;
import org.redirlint.ast.Directive;
import org.redirlint.ast.Document;
import org.redirlint.ast.Node;
import org.redirlint.source.Origin;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/**
 * The comments that speak to redirlint, and the directives they speak of.
 *
 * <p>A comment speaks of the directive right below it (a rewrite rule's conditions may stand
 * between), or of the one before it on the same line.
 */
public final class Annotations {

  private record Place(String path, Span span) {}

  private final Map<Place, Annotation> byDirective = new HashMap<>();
  private final List<Annotation> all = new ArrayList<>();

  private Annotations() {}

  /** Returns the annotations of some files. */
  public static Annotations of(Collection<Document> documents) {
    Annotations annotations = new Annotations();
    for (Document document : documents) {
      if (document.source().text().contains(Annotation.PREFIX)) {
        annotations.collect(document.source(), document.nodes());
      }
    }
    return annotations;
  }

  /** Returns what a comment says of the directive at a place. */
  public Optional<Annotation> of(Origin directive) {
    return Optional.ofNullable(
        byDirective.get(new Place(directive.file().path(), directive.span())));
  }

  /** Returns all annotations, whatever they speak of. */
  public Stream<Annotation> all() {
    return all.stream();
  }

  private void collect(SourceFile file, List<Node> nodes) {
    Optional<Annotation> above = Optional.empty();
    int reachedLine = 0;
    Optional<Directive> before = Optional.empty();
    for (Node node : nodes) {
      int firstLine = file.position(node.span().start()).line();
      boolean follows = firstLine == reachedLine + 1;
      boolean sameLine = firstLine == reachedLine;
      reachedLine = file.position(node.span().end()).line();
      if (node instanceof Comment comment) {
        Optional<Annotation> said = parse(file, comment);
        said.ifPresent(all::add);
        if (sameLine && before.isPresent()) {
          Directive directive = before.get();
          said.ifPresent(annotation -> attach(file, directive, annotation));
          above = Optional.empty();
        } else if (said.isPresent() || !follows) {
          above = said;
        }
      } else if (node instanceof Directive directive) {
        above = follows ? above : Optional.empty();
        above.ifPresent(said -> attach(file, directive, said));
        above = directive.is("RewriteCond") ? above : Optional.empty();
        before = Optional.of(directive);
        if (directive instanceof BlockDirective block) {
          collect(file, block.body());
        }
      }
    }
  }

  private void attach(SourceFile file, Directive directive, Annotation annotation) {
    byDirective.put(new Place(file.path(), directive.span()), annotation);
  }

  private static Optional<Annotation> parse(SourceFile file, Comment comment) {
    return Annotation.parse(SourceFile.readable(comment.text()), Origin.of(file, comment.span()));
  }
}
