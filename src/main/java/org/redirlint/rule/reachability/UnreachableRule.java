package org.redirlint.rule.reachability;

import java.util.stream.Stream;
import org.redirlint.analysis.reachability.Shadow;
import org.redirlint.analysis.reachability.Shadow.Kind;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;

/**
 * Reports each rule, location and condition that no request can reach, but those behind a redirect
 * or rewrite of everything: they are told together, where that stands.
 */
public final class UnreachableRule implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    return project.sites().stream()
        .flatMap(site -> site.shadows().stream())
        .filter(shadow -> shadow.kind() == Kind.COVERED)
        .map(shadow -> finding(shadow, project));
  }

  private static Finding finding(Shadow shadow, Project project) {
    Finding finding =
        Finding.at(shadow.place())
            .with("directive", DirectiveName.of(shadow.place()))
            .with("reason", shadow.reason())
            .fixedBy(Idle.commentOut(shadow.place(), project));
    return shadow.by().map(by -> finding.related(by, "takes its requests")).orElse(finding);
  }
}
