package org.redirlint.rule.loop;

import java.util.stream.Stream;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.semantics.Chain.End;

/** Reports each redirect that leads to itself with an ever longer URL. */
public final class GrowingRedirect implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    return Endless.findings(
        project.sites().stream()
            .flatMap(site -> site.search().endless().stream())
            .filter(found -> found.chain().end() == End.GROWING));
  }
}
