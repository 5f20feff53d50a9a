package org.redirlint.rule.https;

import java.util.Optional;
import java.util.stream.Stream;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;

/** Reports each Strict-Transport-Security header that leaves out the hosts below its own. */
public final class HstsNoSubdomains implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    return GivenPolicies.findings(
        project,
        policy -> policy.maxAge() > 0 && !policy.includeSubDomains(),
        at -> Optional.empty());
  }
}
