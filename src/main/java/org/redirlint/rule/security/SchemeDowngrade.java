package org.redirlint.rule.security;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.analysis.search.Observed;
import org.redirlint.analysis.search.Trial;
import org.redirlint.diagnostic.Severity;
import org.redirlint.http.Url;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Shown;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/**
 * Reports redirects of https requests to http, at hosts that are known to speak https: the host
 * that was asked, or one that the configuration itself redirects to by https.
 */
public final class SchemeDowngrade implements Rule {

  private static final String HTTPS = "https";
  private static final int HTTPS_PORT = 443;

  @Override
  public Stream<Finding> check(Project project) {
    return project.sites().stream().flatMap(SchemeDowngrade::check);
  }

  private static Stream<Finding> check(SiteAnalysis site) {
    boolean secure = site.entrances().stream().anyMatch(at -> at.scheme().equals(HTTPS));
    if (!secure) {
      return Stream.empty();
    }
    Set<String> secured = secured(site);
    Map<Origin, Observed> found = new LinkedHashMap<>();
    for (Observed observed : site.search().behaviours()) {
      for (Hop hop : observed.chain().hops()) {
        Optional<Origin> place = hop.deciding().map(Step::origin);
        if (place.isPresent() && !found.containsKey(place.get()) && leadsToHttp(hop)) {
          Trial trial = observed.trial().to(secured(hop.url().orElseThrow()));
          if (isDowngrade(site.inquiry().answer(trial), secured, site.knowsServers())) {
            Observed shown = site.inquiry().follow(trial);
            shown
                .chain()
                .hops()
                .get(0)
                .deciding()
                .ifPresent(step -> found.putIfAbsent(step.origin(), shown));
          }
        }
      }
    }
    return found.values().stream().map(SchemeDowngrade::finding);
  }

  /** Returns the hosts that the configuration itself sends to https, or to by https. */
  private static Set<String> secured(SiteAnalysis site) {
    Set<String> secured = new HashSet<>();
    for (Observed observed : site.search().behaviours()) {
      for (Hop hop : observed.chain().hops()) {
        hop.target()
            .filter(to -> to.scheme().equals(HTTPS))
            .filter(to -> !hop.url().orElseThrow().scheme().equals(HTTPS) || !isSameHost(hop))
            .ifPresent(to -> secured.add(to.host()));
      }
    }
    return secured;
  }

  private static Url secured(Url url) {
    return url.scheme().equals(HTTPS) ? url : new Url(HTTPS, url.host(), HTTPS_PORT, url.target());
  }

  private static boolean leadsToHttp(Hop hop) {
    return hop.url().isPresent()
        && hop.target().filter(to -> to.scheme().equals("http")).isPresent();
  }

  private static boolean isDowngrade(Hop hop, Set<String> secured, boolean known) {
    return leadsToHttp(hop)
        && hop.deciding().isPresent()
        && (secured.contains(hop.target().orElseThrow().host()) || (known && isSameHost(hop)));
  }

  private static boolean isSameHost(Hop hop) {
    return hop.url().orElseThrow().host().equals(hop.target().orElseThrow().host());
  }

  /** Whoever sends a whole site to http has decided to. */
  private static Finding finding(Observed observed) {
    Hop hop = observed.chain().hops().get(0);
    Finding finding = Shown.finding(observed);
    boolean whole =
        isSameHost(hop)
            && hop.url().orElseThrow().target().equals(hop.target().orElseThrow().target());
    return whole ? finding.as(Severity.INFO) : finding;
  }
}
