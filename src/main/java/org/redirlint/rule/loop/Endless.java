package org.redirlint.rule.loop;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private Endless() {}

  /** Returns the finding of a chain without end, at the directive that closes the circle. */
  static Optional<Finding> finding(Observed found) {
    List<Hop> circle = Circles.of(found.chain());
    Optional<Origin> closing = found.chain().last().deciding().map(Step::origin);
    if (closing.isEmpty()) {
      return Optional.empty();
    }
    Finding finding =
        Finding.at(closing.get())
            .with("request", Traces.request(found.chain().hops().get(0)))
            .with("hops", Traces.count(circle.size(), "redirect"))
            .shownBy(Traces.trace(found.chain()));
    Set<Origin> others = new LinkedHashSet<>();
    for (Hop hop : circle) {
      hop.deciding().map(Step::origin).ifPresent(others::add);
    }
    others.remove(closing.get());
    for (Origin other : others) {
      finding = finding.related(other, "is part of the circle");
    }
    for (Origin gateway : gateways(circle)) {
      finding = finding.related(gateway, "hands the request on");
    }
    return Optional.of(assuming(finding, found.assumptions()));
  }

  /** Returns the directives that hand requests of a circle on to the server that answers them. */
  private static Set<Origin> gateways(List<Hop> circle) {
    Set<Origin> gateways = new LinkedHashSet<>();
    for (Hop hop : circle) {
      hop.reply().steps().stream().filter(Step::handsOn).map(Step::origin).forEach(gateways::add);
    }
    return gateways;
  }

  /** What needs something to be so is no certain error; what is hardly ever so is worth a note. */
  private static Finding assuming(Finding finding, List<Assumption> assumptions) {
    Finding assuming = finding;
    for (Assumption assumption : assumptions) {
      assuming = assuming.assuming(assumption.text());
    }
    if (assumptions.isEmpty()) {
      return assuming;
    }
    boolean plausible = assumptions.stream().allMatch(Assumption::plausible);
    return assuming.as(plausible ? Severity.WARNING : Severity.INFO);
  }
}
