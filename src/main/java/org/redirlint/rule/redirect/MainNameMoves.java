package org.redirlint.rule.redirect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.analysis.search.MethodTable;
import org.redirlint.diagnostic.Fix;
import org.redirlint.http.Method;
import org.redirlint.http.Url;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Traces;
import org.redirlint.rule.fix.OtherStatus;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Hop;
import org.redirlint.source.Origin;

/**
 * The ways from http to https, or from one of a site's names to the other, that are redirected
 * temporarily and not explained.
 */
final class MainNameMoves {

  private MainNameMoves() {}

  /** Returns a finding for each directive that does so. */
  static Stream<Finding> of(Project project) {
    return project.sites().stream().flatMap(site -> check(site, project));
  }

  private static Stream<Finding> check(SiteAnalysis site, Project project) {
    Map<Origin, Finding> findings = new LinkedHashMap<>();
    for (MethodTable table : site.search().methods()) {
      Hop get = table.row(Method.GET);
      if (get.deciding().isPresent()
          && !project.annotations().explains(get.deciding().get().origin())) {
        Origin place = get.deciding().get().origin();
        finding(place, get)
            .map(finding -> finding.fixedBy(fix(place, get, project)))
            .ifPresent(finding -> findings.putIfAbsent(place, finding));
      }
    }
    return findings.values().stream();
  }

  private static Optional<Finding> finding(Origin place, Hop get) {
    if (!(get.reply().answer() instanceof Answer.Response<String> response)
        || (response.status() != 302 && response.status() != 307)
        || get.url().isEmpty()
        || get.target().isEmpty()) {
      return Optional.empty();
    }
    Url from = get.url().get();
    Url to = get.target().get();
    boolean samePage = to.target().equals(from.target()) && !from.target().equals("/");
    Optional<String> move = samePage ? move(from, to) : Optional.empty();
    return move.map(
        words ->
            Finding.at(place)
                .with("request", Traces.request(get))
                .with("move", words)
                .with("status", response.status())
                .with("permanent", response.status() == 307 ? "308" : "301 or 308")
                .shownBy(Traces.trace(List.of(get))));
  }

  private static Optional<Fix> fix(Origin place, Hop get, Project project) {
    int permanent =
        get.reply().answer() instanceof Answer.Response<String> response && response.status() == 302
            ? 301
            : 308;
    return project.at(place).flatMap(at -> OtherStatus.of(at.directive(), permanent));
  }

  private static Optional<String> move(Url from, Url to) {
    boolean secured = from.scheme().equals("http") && to.scheme().equals("https");
    boolean renamed =
        from.host().equals("www." + to.host()) || to.host().equals("www." + from.host());
    if (!renamed && !from.host().equals(to.host())) {
      return Optional.empty();
    }
    if (secured) {
      return Optional.of(renamed ? "to https and to " + to.host() : "to https");
    }
    return renamed ? Optional.of("to " + to.host()) : Optional.empty();
  }
}
