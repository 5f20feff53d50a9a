package org.redirlint.rule.reachability;

import java.util.Optional;
import org.redirlint.diagnostic.Fix;
import org.redirlint.rule.Project;
import org.redirlint.rule.fix.Lines;
import org.redirlint.source.Origin;

/** Puts directives that do nothing out of sight. */
final class Idle {

  private Idle() {}

  /** A condition is left alone: without it, its rule would be another one. */
  static Optional<Fix> commentOut(Origin place, Project project) {
    return project
        .at(place)
        .filter(at -> !at.directive().is("RewriteCond"))
        .flatMap(at -> Lines.commentOut(at.directive(), project))
        .map(edits -> Fix.tidying("make a comment of what no request reaches", edits));
  }
}
