package org.redirlint.rule.https;

import java.util.stream.Stream;
import org.redirlint.diagnostic.Severity;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;

/**
 * Reports each Strict-Transport-Security header of less than a year. An age of zero takes the
 * promise back, and is meant to; who asks for the preload list is refused with less.
 */
public final class HstsTooShort implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    return Stream.concat(
        GivenPolicies.findings(project, policy -> isShort(policy) && policy.preload())
            .map(finding -> finding.as(Severity.WARNING)),
        GivenPolicies.findings(project, policy -> isShort(policy) && !policy.preload()));
  }

  private static boolean isShort(TransportSecurity policy) {
    return policy.maxAge() > 0 && policy.maxAge() < TransportSecurity.YEAR;
  }
}
