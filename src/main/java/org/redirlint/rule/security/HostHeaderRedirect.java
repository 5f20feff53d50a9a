package org.redirlint.rule.security;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.analysis.search.Observed;
import org.redirlint.analysis.search.Reflection;
import org.redirlint.analysis.search.Reflection.Part;
import org.redirlint.analysis.search.Trial;
import org.redirlint.diagnostic.Severity;
import org.redirlint.http.Url;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Shown;
import org.redirlint.semantics.Hop;

/**
 * Reports redirects to whatever the Host header says, where any Host header arrives: in the default
 * server of nginx, in the first virtual host of httpd. A redirect that only repeats the origin it
 * was asked at leads nowhere else and does not count. A header that proxies set, and anybody else
 * can, is worse: caches do not know it.
 */
public final class HostHeaderRedirect implements Rule {

  /** A host of somebody else's (RFC 2606). */
  private static final String STRANGER = "attacker.example";

  private static final String PROXY_HEADERS = "x-";

  @Override
  public Stream<Finding> check(Project project) {
    AnyHost anyHost = new AnyHost(project);
    return project.sites().stream()
        .filter(SiteAnalysis::knowsServers)
        .flatMap(
            site ->
                Shown.byVariations(
                    site,
                    HostHeaderRedirect::variations,
                    (reflection, hop) -> isAway(hop) && (isHeader(hop) || anyHost.answers(hop))))
        .map(HostHeaderRedirect::finding);
  }

  private static Stream<Trial> variations(Reflection reflection) {
    Trial trial = reflection.trial();
    Url url = trial.url();
    Stream<Trial> headers =
        reflection.isMadeOf(Part.HEADER)
            ? Stream.of("http://", "https://")
                .flatMap(scheme -> reflection.to(scheme + STRANGER + url.target()).stream())
                .filter(HostHeaderRedirect::isByProxyHeader)
            : Stream.empty();
    Stream<Trial> hosts =
        reflection.isMadeOf(Part.HOST)
            ? Stream.of("", "www.")
                .map(name -> new Url(url.scheme(), name + STRANGER, url.port(), url.target()))
                .map(trial::to)
            : Stream.empty();
    return Stream.concat(headers, hosts);
  }

  private static boolean isByProxyHeader(Trial trial) {
    return trial.headers().entrySet().stream()
        .filter(header -> header.getValue().contains(STRANGER))
        .map(Map.Entry::getKey)
        .anyMatch(name -> name.startsWith(PROXY_HEADERS));
  }

  private static boolean isHeader(Hop hop) {
    return hop.url().filter(url -> !isStrange(url.host())).isPresent();
  }

  private static boolean isAway(Hop hop) {
    Optional<Url> from = hop.url();
    Optional<Url> to = hop.target();
    return from.isPresent()
        && to.isPresent()
        && isStrange(to.get().host())
        && !(to.get().scheme().equals(from.get().scheme())
            && to.get().hostHeader().equals(from.get().hostHeader()));
  }

  private static boolean isStrange(String host) {
    return host.equals(STRANGER) || host.endsWith("." + STRANGER);
  }

  private static Finding finding(Observed observed) {
    Hop hop = observed.chain().hops().get(0);
    Finding finding =
        Shown.finding(observed)
            .with(
                "header",
                isHeader(hop)
                    ? "a header that anybody can send"
                    : "the Host header, whatever it says");
    return isHeader(hop) ? finding.as(Severity.WARNING) : finding;
  }
}
