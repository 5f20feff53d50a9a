package org.redirlint.rule.loop;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.analysis.search.Observed;
import org.redirlint.diagnostic.Fix;
import org.redirlint.diagnostic.Severity;
import org.redirlint.diagnostic.TracedRequest;
import org.redirlint.http.Status;
import org.redirlint.http.Url;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.RuleOptions;
import org.redirlint.rule.Traces;
import org.redirlint.rule.fix.OtherTarget;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/** Reports requests that are redirected several times before they are answered. */
public final class RedirectChain implements Rule {

  private final int usual;
  private final int warning;
  private final int error;

  /**
   * Takes the options: {@code info-above}, {@code warning-above} and {@code error-above}, the
   * numbers of redirects that are not yet told, no warning, and no error.
   */
  public RedirectChain(RuleOptions options) {
    this.usual = options.number("info-above");
    this.warning = options.number("warning-above");
    this.error = options.number("error-above");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.sites().stream().flatMap(site -> check(site, project));
  }

  private Stream<Finding> check(SiteAnalysis site, Project project) {
    Set<Origin> circles = new HashSet<>();
    site.search().endless().forEach(found -> circles.addAll(origins(found)));
    Map<Origin, Observed> longest = new LinkedHashMap<>();
    for (Observed found : site.search().behaviours()) {
      List<Origin> origins = origins(found);
      if (found.chain().redirects() > usual
          && !origins.isEmpty()
          && Collections.disjoint(origins, circles)
          && isLonger(found, longest.get(origins.get(0)))
          && found.assumptions().isEmpty()) {
        longest.put(origins.get(0), found);
      }
    }
    Set<Origin> later = new HashSet<>();
    for (Observed found : longest.values()) {
      List<Origin> origins = origins(found);
      later.addAll(origins.subList(1, origins.size()));
    }
    return longest.entrySet().stream()
        .filter(entry -> !later.contains(entry.getKey()))
        .map(
            entry ->
                finding(entry.getKey(), entry.getValue())
                    .fixedBy(direct(entry.getValue(), project)));
  }

  private static boolean isLonger(Observed found, @Nullable Observed known) {
    return known == null || found.chain().redirects() > known.chain().redirects();
  }

  private static List<Origin> origins(Observed found) {
    return found.chain().hops().stream()
        .flatMap(hop -> hop.deciding().map(Step::origin).stream())
        .toList();
  }

  /**
   * Leads to the end at once, from each redirect of the chain: else the next one would begin a
   * chain. A permanent redirect must not take the place of a temporary one.
   */
  private static Optional<Fix> direct(Observed found, Project project) {
    List<Hop> redirects =
        found.chain().hops().stream().filter(hop -> hop.target().isPresent()).toList();
    boolean same =
        !isPermanent(redirects.get(0)) || redirects.stream().allMatch(RedirectChain::isPermanent);
    if (!same) {
      return Optional.empty();
    }
    int last = redirects.size() - 1;
    Url end = redirects.get(last).target().orElseThrow();
    Optional<Fix> first = direct(redirects.get(0), end, project);
    return first.map(
        fix ->
            redirects.subList(1, last).stream()
                .flatMap(hop -> direct(hop, end, project).stream())
                .reduce(fix, Fix::and));
  }

  private static Optional<Fix> direct(Hop redirect, Url end, Project project) {
    return redirect
        .deciding()
        .flatMap(step -> project.at(step.origin()))
        .flatMap(at -> OtherTarget.of(at.directive(), redirect.target().orElseThrow(), end));
  }

  private static boolean isPermanent(Hop hop) {
    return hop.reply().answer() instanceof Answer.Response<String> response
        && Status.isPermanent(response.status());
  }

  private Finding finding(Origin first, Observed found) {
    int redirects = found.chain().redirects();
    String end =
        Traces.trace(found.chain()).stream()
            .flatMap(hop -> hop.location().stream())
            .reduce("", (before, target) -> target);
    Finding finding =
        Finding.at(first)
            .as(
                redirects > error
                    ? Severity.ERROR
                    : redirects > warning ? Severity.WARNING : Severity.INFO)
            .with("request", Traces.request(found.chain().hops().get(0)))
            .with("hops", Traces.count(redirects, "redirect"))
            .with("end", end)
            .shownBy(Traces.trace(found.chain()));
    for (TracedRequest hop : Traces.trace(found.chain())) {
      Optional<Origin> next = hop.decidedBy().filter(place -> !place.equals(first));
      if (hop.location().isPresent() && next.isPresent()) {
        finding = finding.related(next.get(), "redirects on to " + hop.location().get());
      }
    }
    return finding;
  }
}
