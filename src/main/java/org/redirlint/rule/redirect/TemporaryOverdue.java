package org.redirlint.rule.redirect;

import java.util.stream.Stream;
import org.redirlint.rule.Annotation.Temporary;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;

/** Reports each redirect whose comment says that it should be gone by now. */
public final class TemporaryOverdue implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    return project
        .annotations()
        .all()
        .filter(Temporary.class::isInstance)
        .map(Temporary.class::cast)
        .filter(temporary -> temporary.until().filter(project.today()::isAfter).isPresent())
        .map(
            temporary ->
                Finding.at(temporary.origin())
                    .with("until", temporary.until().orElseThrow())
                    .with("today", project.today()));
  }
}
