package org.redirlint.rule.promise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.analysis.search.Observed;
import org.redirlint.analysis.search.Trial;
import org.redirlint.diagnostic.Severity;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Traces;
import org.redirlint.rule.promise.Demand.Breach;
import org.redirlint.rule.request.Drawn;
import org.redirlint.rule.request.RequestGlob;
import org.redirlint.rule.request.Requests;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/**
 * What a project promises of some requests. It is broken where a request is found that breaks it;
 * that none is found proves nothing.
 *
 * @param requests the requests
 * @param except requests of which nothing is promised
 * @param demands what is promised
 */
public record Promise(List<RequestGlob> requests, List<RequestGlob> except, List<Demand> demands) {

  /** The names of the values of a finding, for messages. */
  public static final Set<String> VALUES = Set.of("problem", "request", "answer", "promise");

  /** So many requests are looked at more closely for each directive. */
  private static final int MOST_LOOKS = 3;

  public Promise {
    requests = List.copyOf(requests);
    except = List.copyOf(except);
    demands = List.copyOf(demands);
  }

  /**
   * Returns where the promise is broken, one request for each directive that breaks it, and where
   * it was not tried for all requests that were seen.
   */
  public Stream<Finding> check(Project project) {
    return project.sites().stream().flatMap(this::check);
  }

  /** Returns what is promised, a sentence without its end. */
  public String words() {
    return String.join(", ", requests.stream().map(RequestGlob::toString).toList())
        + ": to "
        + String.join(", to ", demands.stream().map(Demand::words).toList());
  }

  private Stream<Finding> check(SiteAnalysis site) {
    Map<Origin, Broken> found = new LinkedHashMap<>();
    Map<Origin, Integer> looks = new HashMap<>();
    List<Finding> notes = new ArrayList<>();
    for (RequestGlob wanted : requests) {
      Drawn drawn = Requests.of(site, wanted);
      drawn.note(site, wanted).ifPresent(notes::add);
      for (Trial trial : drawn.trials()) {
        if (isExcepted(trial)) {
          continue;
        }
        Chain chain = site.inquiry().chain(trial);
        for (Demand demand : demands) {
          Optional<Origin> place = demand.breach(chain).flatMap(broken -> place(chain, broken));
          if (place.isPresent() && isWorthALook(place.get(), found, looks)) {
            looks.merge(place.get(), 1, Integer::sum);
            Broken broken = broken(site, trial, demand, place.get());
            found.merge(place.get(), broken, (old, now) -> now.isPlausible() ? now : old);
          }
        }
      }
    }
    notes.removeIf(note -> found.containsKey(note.origin()));
    return Stream.concat(found.values().stream().map(Broken::finding), notes.stream());
  }

  private boolean isExcepted(Trial trial) {
    return except.stream().anyMatch(glob -> glob.fits(trial.method(), trial.url()));
  }

  private static boolean isWorthALook(
      Origin place, Map<Origin, Broken> found, Map<Origin, Integer> looks) {
    Broken known = found.get(place);
    return (known == null || !known.isPlausible()) && looks.getOrDefault(place, 0) < MOST_LOOKS;
  }

  private Broken broken(SiteAnalysis site, Trial trial, Demand demand, Origin place) {
    Observed observed =
        site.inquiry()
            .show(
                trial,
                chain ->
                    demand
                        .breach(chain)
                        .flatMap(broken -> place(chain, broken))
                        .filter(place::equals)
                        .isPresent());
    Breach breach = demand.breach(observed.chain()).orElseThrow();
    String host = trial.url().host();
    boolean named = isNamed(host);
    return new Broken(demand, observed, breach, place, named && site.guesses(host));
  }

  /** Tells whether a host is the site's only because the promise names it. */
  private boolean isNamed(String host) {
    return requests.stream()
        .map(wanted -> wanted.url().host())
        .anyMatch(glob -> glob.isLiteral() && glob.fits(host));
  }

  /** The directive that breaks it: what decides there, or else what led there. */
  private static Optional<Origin> place(Chain chain, Breach breach) {
    for (int i = breach.hop(); i >= 0; i--) {
      Optional<Step> deciding = chain.hops().get(i).deciding();
      if (deciding.isPresent()) {
        return deciding.map(Step::origin);
      }
    }
    return Optional.empty();
  }

  private record Broken(
      Demand demand, Observed observed, Breach breach, Origin place, boolean guessed) {

    boolean isPlausible() {
      return observed.isPlausible();
    }

    Finding finding() {
      Hop first = observed.chain().hops().get(0);
      String request = Traces.request(first);
      Finding finding =
          Finding.at(place)
              .with(
                  "problem",
                  request + " " + breach.what() + ", against the promise to " + demand.words())
              .with("request", request)
              .with("answer", breach.what())
              .with("promise", demand.words())
              .shownBy(observed)
              .shownBy(Traces.trace(observed.chain().hops().subList(0, breach.last() + 1)));
      if (guessed) {
        finding = finding.assuming(observed.trial().url().host() + " leads to this site");
      }
      return isPlausible() ? finding : finding.as(Severity.INFO);
    }
  }
}
