package org.redirlint.rule.redirect;

import java.util.stream.Stream;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;

/**
 * Reports the way from http to https, or from one of a site's names to the other, that is
 * redirected temporarily: it is there to stay (RFC 9110 sections 15.4.3 and 15.4.8).
 */
public final class PermanentMoveAs307 implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    return MainNameMoves.of(project);
  }
}
