package org.redirlint.rule.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.analysis.search.Trial;
import org.redirlint.diagnostic.Severity;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Traces;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;

/**
 * Requests of a kind that were drawn to be tried.
 *
 * @param trials the requests, the plainest first
 * @param untried the first one that there was no room for; empty if these are all
 */
public record Drawn(List<Trial> trials, Optional<Trial> untried) {

  /** Takes a copy. */
  public Drawn {
    trials = List.copyOf(trials);
  }

  /** Returns the note that some requests were not tried, where a directive answers the first. */
  public Optional<Finding> note(SiteAnalysis site, RequestGlob wanted) {
    return untried.flatMap(first -> note(site, wanted, first));
  }

  private Optional<Finding> note(SiteAnalysis site, RequestGlob wanted, Trial first) {
    String words =
        "%,d requests were tried for %s, but not all: %s was not, and whatever else is like it"
            .formatted(trials.size(), wanted, Traces.request(site.inquiry().answer(first)));
    return Stream.concat(untried.stream(), trials.stream())
        .map(trial -> site.inquiry().answer(trial))
        .flatMap(hop -> step(hop).stream())
        .findFirst()
        .map(step -> Finding.at(step.origin()).as(Severity.INFO).saying(words));
  }

  private static Optional<Step> step(Hop hop) {
    return hop.deciding().or(() -> hop.reply().steps().stream().findFirst());
  }
}
