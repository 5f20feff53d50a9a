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
 * <p>Comments speak of the directive right below them (a rewrite rule's conditions may stand
 * between), or of the one before them on the same line.
 */
public final class Annotations {

  private record Place(String path, Span span) {}

  /**
   * A comment and what it speaks of.
   *
   * @param path the file's name
   * @param span the directive, with its block
   * @param annotation what is said of it
   */
  public record Attached(String path, Span span, Annotation annotation) {}

  private final Map<Place, Annotation> explained = new HashMap<>();
  private final List<Attached> attached = new ArrayList<>();
  private final List<Annotation> all = new ArrayList<>();

  private Annotations() {}

  /** Returns the annotations of some files. */
  public static Annotations of(Collection<Document> documents) {
    return of(documents, Source.NONE);
  }

  /** Says something of a directive besides the comments. */
  public interface Source {
    /** Says nothing. */
    Source NONE = (file, directive) -> Optional.empty();

    /** Returns what is to be said of a directive. */
    Optional<Annotation> of(SourceFile file, Directive directive);
  }

  /** Returns the annotations of some files, and what else is said of their directives. */
  public static Annotations of(Collection<Document> documents, Source besides) {
    Annotations annotations = new Annotations();
    for (Document document : documents) {
      if (besides != Source.NONE || document.source().text().contains(Annotation.PREFIX)) {
        annotations.collect(document.source(), document.nodes(), besides);
      }
    }
    return annotations;
  }

  /** Tells whether the directive at a place is explained, or was meant to be. */
  public boolean explains(Origin directive) {
    return explained.containsKey(new Place(directive.file().path(), directive.span()));
  }

  /** Returns the annotations that speak of a directive, with the directive. */
  public List<Attached> attached() {
    return List.copyOf(attached);
  }

  /** Returns all annotations, whatever they speak of. */
  public Stream<Annotation> all() {
    return all.stream();
  }

  private void collect(SourceFile file, List<Node> nodes, Source besides) {
    List<Annotation> above = new ArrayList<>();
    int reachedLine = 0;
    Optional<Directive> before = Optional.empty();
    for (Node node : nodes) {
      int firstLine = file.position(node.span().start()).line();
      boolean follows = firstLine == reachedLine + 1;
      boolean sameLine = firstLine == reachedLine;
      reachedLine = file.position(node.span().end()).line();
      if (!follows && !(sameLine && node instanceof Comment)) {
        above.clear();
      }
      if (node instanceof Comment comment) {
        Optional<Annotation> said = parse(file, comment);
        said.ifPresent(all::add);
        if (sameLine && before.isPresent()) {
          Directive directive = before.get();
          said.ifPresent(annotation -> attach(file, directive, annotation));
          above.clear();
        } else {
          said.ifPresent(above::add);
        }
      } else if (node instanceof Directive directive) {
        above.forEach(said -> attach(file, directive, said));
        besides
            .of(file, directive)
            .ifPresent(
                said -> {
                  all.add(said);
                  attach(file, directive, said);
                });
        if (!directive.is("RewriteCond")) {
          above.clear();
        }
        before = Optional.of(directive);
        if (directive instanceof BlockDirective block) {
          collect(file, block.body(), besides);
        }
      }
    }
  }

  private void attach(SourceFile file, Directive directive, Annotation annotation) {
    attached.add(new Attached(file.path(), directive.span(), annotation));
    if (!(annotation instanceof Annotation.Ignore)) {
      explained.put(new Place(file.path(), directive.span()), annotation);
    }
  }

  private static Optional<Annotation> parse(SourceFile file, Comment comment) {
    return Annotation.parse(SourceFile.readable(comment.text()), Origin.of(file, comment.span()));
  }
}
