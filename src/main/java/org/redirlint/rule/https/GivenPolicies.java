package org.redirlint.rule.https;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.redirlint.diagnostic.Fix;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Sightings.Sighting;
import org.redirlint.rule.Traces;
import org.redirlint.semantics.Answer;
import org.redirlint.source.Origin;

/** Finds directives whose header, seen in answers by https, says too little. */
final class GivenPolicies {

  private GivenPolicies() {}

  /**
   * Returns a finding for each directive that gives such a header, with the request that shows it
   * and the policy's {@code {age}} and {@code {days}}.
   *
   * @param fix what mends a directive
   */
  static Stream<Finding> findings(
      Project project,
      Predicate<TransportSecurity> isPoor,
      Function<Occurrence, Optional<Fix>> fix) {
    Map<String, Sighting> poor = new LinkedHashMap<>();
    for (Sighting sighting : plainFirst(project.sightings().all())) {
      if (sighting.url().scheme().equals("https")
          && TransportSecurity.of(sighting).filter(isPoor).isPresent()) {
        TransportSecurity.field(sighting)
            .flatMap(Answer.Field::value)
            .ifPresent(value -> poor.putIfAbsent(value, sighting));
      }
    }
    Map<Origin, Finding> findings = new LinkedHashMap<>();
    poor.forEach(
        (value, sighting) ->
            TransportSecurity.directives(project, value)
                .forEach(
                    at ->
                        findings.put(
                            at.origin(), finding(at.origin(), sighting).fixedBy(fix.apply(at)))));
    return findings.values().stream();
  }

  /** What needs nothing to be supposed of files shows most. */
  private static List<Sighting> plainFirst(List<Sighting> all) {
    return all.stream()
        .sorted(Comparator.comparing(sighting -> !sighting.trial().files().isEmpty()))
        .toList();
  }

  private static Finding finding(Origin place, Sighting sighting) {
    long age = TransportSecurity.of(sighting).map(TransportSecurity::maxAge).orElse(0L);
    return Finding.at(place)
        .with("host", sighting.url().host())
        .with("age", age)
        .with(
            "days",
            age < 2 * 86_400
                ? Traces.count((int) (age / 3_600), "hour")
                : Traces.count((int) (age / 86_400), "day"))
        .shownBy(sighting.observed());
  }
}
