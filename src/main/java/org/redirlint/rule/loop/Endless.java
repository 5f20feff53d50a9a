package org.redirlint.rule.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.redirlint.analysis.search.Assumption;
import org.redirlint.analysis.search.Circles;
import org.redirlint.analysis.search.Observed;
import org.redirlint.diagnostic.Severity;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Traces;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/** Puts chains of redirects without end into findings. */
final class Endless {

  /** So many other circles that one directive closes are named beside the one that is shown. */
  private static final int MOST_OTHERS = 20;

  private Endless() {}

  /**
   * Returns the findings of chains without end, at the directives that close the circles. One that
   * looks its targets up in a table may close many.
   */
  static Stream<Finding> findings(Stream<Observed> chains) {
    Map<Origin, List<Observed>> byPlace = new LinkedHashMap<>();
    chains.forEach(
        found ->
            closing(found)
                .ifPresent(
                    place -> byPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(found)));
    return byPlace.values().stream().map(Endless::finding);
  }

  private static Finding finding(List<Observed> closed) {
    Observed shown = closed.stream().min(Observed.LEAST_ASSUMED).orElseThrow();
    Finding finding = finding(shown);
    List<Observed> others =
        closed.stream()
            .filter(found -> found != shown && severity(found).equals(severity(shown)))
            .filter(found -> !values(Circles.of(found.chain())).isEmpty())
            .limit(MOST_OTHERS)
            .toList();
    for (Observed other : others) {
      Step value = values(Circles.of(other.chain())).get(0);
      finding =
          finding.related(
              value.origin(),
              Traces.request(other.chain().hops().get(0)) + " is redirected for ever, too");
    }
    return finding;
  }

  private static Optional<Origin> closing(Observed found) {
    return found.chain().last().deciding().map(Step::origin);
  }

  /** Returns the lines of tables that were looked up on the way. */
  private static List<Step> values(List<Hop> circle) {
    return circle.stream()
        .flatMap(hop -> hop.reply().steps().stream())
        .filter(step -> step.kind() == Step.Kind.HOLDS_A_VALUE)
        .distinct()
        .toList();
  }

  /** Returns the finding of a chain without end, at the directive that closes the circle. */
  private static Finding finding(Observed found) {
    List<Hop> circle = Circles.of(found.chain());
    Origin closing = closing(found).orElseThrow();
    Finding finding =
        Finding.at(closing)
            .with("request", Traces.request(found.chain().hops().get(0)))
            .with("hops", Traces.count(circle.size(), "redirect"))
            .shownBy(Traces.trace(found.chain()));
    Set<Origin> others = new LinkedHashSet<>();
    for (Hop hop : circle) {
      hop.deciding().map(Step::origin).ifPresent(others::add);
    }
    others.remove(closing);
    for (Origin other : others) {
      finding = finding.related(other, "is part of the circle");
    }
    for (Step value : values(circle)) {
      finding = finding.related(value.origin(), value.what());
    }
    for (Origin gateway : gateways(circle)) {
      finding = finding.related(gateway, "hands the request on");
    }
    for (Assumption assumption : found.assumptions()) {
      finding = finding.assuming(assumption.text());
    }
    return severity(found).map(finding::as).orElse(finding);
  }

  /** Returns the directives that hand requests of a circle on to the server that answers them. */
  private static Set<Origin> gateways(List<Hop> circle) {
    Set<Origin> gateways = new LinkedHashSet<>();
    for (Hop hop : circle) {
      hop.reply().steps().stream()
          .filter(step -> step.kind() == Step.Kind.HANDS_ON)
          .map(Step::origin)
          .forEach(gateways::add);
    }
    return gateways;
  }

  /** What needs something to be so is no certain error; what is hardly ever so is worth a note. */
  private static Optional<Severity> severity(Observed found) {
    if (found.assumptions().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(found.isPlausible() ? Severity.WARNING : Severity.INFO);
  }
}
