package org.redirlint.rule.reachability;

import java.util.stream.Stream;
import org.redirlint.analysis.reachability.Shadow;
import org.redirlint.analysis.reachability.Shadow.Kind;
import org.redirlint.diagnostic.Severity;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;

/** Reports each redirect whose source an earlier one has as well. */
public final class DuplicateRedirect implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    return project.sites().stream()
        .flatMap(site -> site.shadows().stream())
        .filter(shadow -> shadow.kind() == Kind.SAME_TARGET || shadow.kind() == Kind.OTHER_TARGET)
        .map(shadow -> finding(shadow, project));
  }

  private static Finding finding(Shadow shadow, Project project) {
    boolean same = shadow.kind() == Kind.SAME_TARGET;
    Finding finding =
        Finding.at(shadow.place())
            .as(same ? Severity.INFO : Severity.WARNING)
            .with("directive", DirectiveName.of(shadow.place()))
            .with("target", same ? "the same target" : "another target")
            .fixedBy(
                Idle.commentOut(shadow.place(), project).map(fix -> same ? fix : fix.ifNamed()));
    return shadow.by().map(by -> finding.related(by, "is the one that counts")).orElse(finding);
  }
}
