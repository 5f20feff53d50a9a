package org.redirlint.rule.https;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redirlint.diagnostic.Fix;
import org.redirlint.diagnostic.Severity;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.fix.Words;

/**
 * Reports each Strict-Transport-Security header of less than a year. An age of zero takes the
 * promise back, and is meant to; who asks for the preload list is refused with less.
 */
public final class HstsTooShort implements Rule {

  private static final Pattern AGE = Pattern.compile("(?<=max-age=)[0-9]+");

  @Override
  public Stream<Finding> check(Project project) {
    return Stream.concat(
        GivenPolicies.findings(
                project, policy -> isShort(policy) && policy.preload(), HstsTooShort::fix)
            .map(finding -> finding.as(Severity.WARNING)),
        GivenPolicies.findings(
            project, policy -> isShort(policy) && !policy.preload(), HstsTooShort::fix));
  }

  private static boolean isShort(TransportSecurity policy) {
    return policy.maxAge() > 0 && policy.maxAge() < TransportSecurity.YEAR;
  }

  private static Optional<Fix> fix(Occurrence at) {
    return at.directive().arguments().stream()
        .flatMap(
            word ->
                Words.part(at.directive(), word, AGE, String.valueOf(TransportSecurity.YEAR))
                    .stream())
        .findFirst()
        .map(edit -> Fix.mending("raise max-age to a year", List.of(edit)));
  }
}
