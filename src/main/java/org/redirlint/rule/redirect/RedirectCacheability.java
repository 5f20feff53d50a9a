package org.redirlint.rule.redirect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.analysis.search.Assumption;
import org.redirlint.analysis.search.Observed;
import org.redirlint.analysis.search.Trial;
import org.redirlint.diagnostic.Severity;
import org.redirlint.http.Method;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Shown;
import org.redirlint.rule.Traces;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/**
 * Reports redirects that browsers keep longer than they hold: a permanent one whose URL is
 * redirected temporarily when a cookie is there, or when it is not, and a temporary one that is
 * told to be kept for a day or longer (RFC 9111 section 4.2).
 */
public final class RedirectCacheability implements Rule {

  private static final long DAY = 86_400;
  private static final String COOKIE = "cookie";
  private static final String CACHE_CONTROL = "Cache-Control";
  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?([0-9]{1,18})");

  @Override
  public Stream<Finding> check(Project project) {
    boolean expires = project.directives("expires", "ExpiresActive").findAny().isPresent();
    Map<Origin, Finding> findings = new LinkedHashMap<>();
    for (SiteAnalysis site : project.sites()) {
      for (Observed observed : site.search().behaviours()) {
        Stream.of(pinned(site, observed, project), expires ? none() : kept(site, observed))
            .flatMap(Optional::stream)
            .forEach(finding -> findings.putIfAbsent(finding.origin(), finding));
      }
    }
    return findings.values().stream();
  }

  private static Optional<Finding> none() {
    return Optional.empty();
  }

  /** A temporary redirect that is to be kept for a day or longer. */
  private static Optional<Finding> pinned(SiteAnalysis site, Observed observed, Project project) {
    Hop hop = observed.chain().hops().get(0);
    Optional<String> control = isTemporary(hop) ? cacheControl(hop) : Optional.empty();
    long age = control.map(RedirectCacheability::age).orElse(0L);
    if (age < DAY || project.annotations().explains(place(hop))) {
      return Optional.empty();
    }
    String days = Traces.count((int) Math.min(age / DAY, Integer.MAX_VALUE), "day");
    return Optional.of(
        Shown.finding(site.ask(observed.trial()))
            .with("status", status(hop))
            .with("how", "for " + days + ", as Cache-Control: " + control.orElseThrow() + " says")
            .as(Severity.INFO));
  }

  /** A permanent redirect of a URL that another request is redirected from for a while. */
  private static Optional<Finding> kept(SiteAnalysis site, Observed observed) {
    Trial trial = observed.trial();
    if (!trial.headers().containsKey(COOKIE) || !trial.method().equals(Method.GET)) {
      return Optional.empty();
    }
    Trial other = trial.without(COOKIE);
    Hop with = site.inquiry().answer(trial);
    Hop without = site.inquiry().answer(other);
    if (isKept(with) && isTemporary(without) && isLost(site, with, without, other)) {
      return Optional.of(kept(site.ask(trial), site.ask(other), "without the cookie"));
    }
    return isKept(without) && isTemporary(with) && isLost(site, without, with, trial)
        ? Optional.of(
            kept(site.ask(other), site.ask(trial), "with Cookie: " + trial.headers().get(COOKIE)))
        : Optional.empty();
  }

  private static Finding kept(Observed permanent, Observed temporary, String condition) {
    Hop kept = permanent.chain().hops().get(0);
    Hop lost = temporary.chain().hops().get(0);
    Finding finding =
        Shown.finding(permanent)
            .with("status", status(kept))
            .with(
                "how",
                "for good, although "
                    + condition
                    + " it leads to "
                    + Shown.location(lost)
                    + " ("
                    + status(lost)
                    + ")")
            .related(place(lost), "redirects for a while")
            .shownBy(Traces.trace(List.of(kept, lost)));
    for (Assumption assumption : temporary.assumptions()) {
      finding = finding.assuming(assumption.text());
    }
    return finding;
  }

  /** What is asked again at the permanent redirect's target is not lost. */
  private static boolean isLost(SiteAnalysis site, Hop permanent, Hop temporary, Trial trial) {
    return permanent
        .target()
        .filter(to -> !to.target().equals(trial.url().target()))
        .map(to -> site.inquiry().answer(trial.to(to)))
        .filter(next -> !next.deciding().map(Step::origin).equals(Optional.of(place(temporary))))
        .isPresent();
  }

  private static boolean isKept(Hop hop) {
    return (status(hop) == 301 || status(hop) == 308)
        && hop.deciding().isPresent()
        && hop.reply().answer() instanceof Answer.Response<String> response
        && response.fields(CACHE_CONTROL).isEmpty()
        && response.fields("Expires").isEmpty();
  }

  private static boolean isTemporary(Hop hop) {
    return (status(hop) == 302 || status(hop) == 307) && hop.deciding().isPresent();
  }

  private static int status(Hop hop) {
    return hop.reply().answer() instanceof Answer.Response<String> response ? response.status() : 0;
  }

  private static Origin place(Hop hop) {
    return hop.deciding().map(Step::origin).orElseThrow();
  }

  /** Returns the header's value, if it is known and the only one. */
  private static Optional<String> cacheControl(Hop hop) {
    return hop.reply().answer() instanceof Answer.Response<String> response
            && response.fields(CACHE_CONTROL).size() == 1
        ? response.fields(CACHE_CONTROL).get(0).value()
        : Optional.empty();
  }

  /** Returns for how many seconds a browser may keep an answer. */
  private static long age(String cacheControl) {
    String words = cacheControl.toLowerCase(Locale.ROOT);
    Matcher age = MAX_AGE.matcher(words);
    boolean forbidden = words.contains("no-store") || words.contains("no-cache");
    return !forbidden && age.find() ? Long.parseLong(age.group(1)) : 0;
  }
}
