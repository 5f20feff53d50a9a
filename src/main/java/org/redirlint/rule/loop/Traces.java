package org.redirlint.rule.loop;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.redirlint.analysis.search.Assumption;
import org.redirlint.analysis.search.Circles;
import org.redirlint.analysis.search.Observed;
import org.redirlint.diagnostic.Severity;
import org.redirlint.diagnostic.TracedRequest;
import org.redirlint.http.Status;
import org.redirlint.rule.Finding;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/** Puts chains of redirects into findings. */
final class Traces {

  private Traces() {}

  /** Returns the finding of a chain without end, at the directive that closes the circle. */
  static Optional<Finding> endless(Observed found) {
    List<Hop> circle = Circles.of(found.chain());
    Optional<Origin> closing = found.chain().last().deciding().map(Step::origin);
    if (closing.isEmpty()) {
      return Optional.empty();
    }
    Finding finding =
        Finding.at(closing.get())
            .with("request", request(found.chain().hops().get(0)))
            .with("hops", count(circle.size(), "redirect"))
            .shownBy(trace(found.chain()));
    Set<Origin> others = new LinkedHashSet<>();
    for (Hop hop : circle) {
      hop.deciding().map(Step::origin).ifPresent(others::add);
    }
    others.remove(closing.get());
    for (Origin other : others) {
      finding = finding.related(other, "is part of the circle");
    }
    return Optional.of(assuming(finding, found.assumptions()));
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

  /** Returns the requests of a chain with their answers. */
  static List<TracedRequest> trace(Chain chain) {
    return chain.hops().stream().map(Traces::traced).toList();
  }

  private static TracedRequest traced(Hop hop) {
    Optional<Answer.Response<String>> response =
        hop.reply().answer() instanceof Answer.Response<String> answer
            ? Optional.of(answer)
            : Optional.empty();
    return new TracedRequest(
        hop.request().method(),
        url(hop),
        hop.request().headers().stream().map(h -> h.name() + ": " + h.value()).toList(),
        response.map(r -> OptionalInt.of(r.status())).orElse(OptionalInt.empty()),
        response.filter(r -> Status.isRedirect(r.status())).flatMap(Answer.Response::location),
        hop.deciding().map(Step::origin));
  }

  /** Returns a request as messages name it. */
  static String request(Hop hop) {
    return hop.request().method() + " " + url(hop);
  }

  private static String url(Hop hop) {
    return hop.url().map(Object::toString).orElse(hop.request().target());
  }

  /** Returns a number of things. */
  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
