package org.redirlint.rule.loop;

import java.util.stream.Stream;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.semantics.Chain.End;

/** Reports each redirect loop at the directive that closes it. */
public final class RedirectLoop implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    return Endless.findings(
        project.sites().stream()
            .flatMap(site -> site.search().endless().stream())
            .filter(found -> found.chain().end() == End.LOOP));
  }
}
