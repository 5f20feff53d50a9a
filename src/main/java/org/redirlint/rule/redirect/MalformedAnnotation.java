package org.redirlint.rule.redirect;

import java.util.stream.Stream;
import org.redirlint.rule.Annotation.Malformed;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;

/** Reports each comment that speaks to redirlint in words it does not know. */
public final class MalformedAnnotation implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    return project
        .annotations()
        .all()
        .filter(Malformed.class::isInstance)
        .map(Malformed.class::cast)
        .map(malformed -> Finding.at(malformed.origin()).with("problem", malformed.message()));
  }
}
