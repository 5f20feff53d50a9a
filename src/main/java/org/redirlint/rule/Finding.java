package org.redirlint.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.analysis.search.Assumption;
import org.redirlint.analysis.search.Observed;
import org.redirlint.diagnostic.Fix;
import org.redirlint.diagnostic.Problem;
import org.redirlint.diagnostic.Related;
import org.redirlint.diagnostic.Severity;
import org.redirlint.diagnostic.TracedRequest;
import org.redirlint.source.Origin;

/**
 * What a rule found, before the ruleset puts it into words.
 *
 * @param origin where
 * @param severity how much it matters, if not as much as the rule's findings do in general
 * @param values what the message's placeholders stand for, by name
 * @param related further places that explain it
 * @param assumptions what the configuration does not tell and has to hold for this to be so
 * @param trace requests that show it
 * @param fix how a program mends it, where one can
 * @param words what to say in place of the rule's message; empty for what the rule is about
 */
public record Finding(
    Origin origin,
    Optional<Severity> severity,
    Map<String, String> values,
    List<Related> related,
    List<String> assumptions,
    List<TracedRequest> trace,
    Optional<Fix> fix,
    Optional<String> words) {

  public Finding {
    values = Map.copyOf(values);
    related = List.copyOf(related);
    assumptions = List.copyOf(assumptions);
    trace = List.copyOf(trace);
  }

  /** Returns a finding at a place. */
  public static Finding at(Origin origin) {
    return new Finding(
        origin,
        Optional.empty(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** Returns the finding that hands on a problem, its sentence as {@code {problem}}. */
  public static Finding of(Problem problem) {
    Finding finding = at(problem.origin()).with("problem", problem.message());
    for (Related related : problem.related()) {
      finding = finding.related(related.origin(), related.message());
    }
    return finding;
  }

  /** Returns this finding with a value for the message's placeholder of that name. */
  public Finding with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, value.toString());
    return new Finding(origin, severity, more, related, assumptions, trace, fix, words);
  }

  /** Returns this finding with a severity of its own. */
  public Finding as(Severity other) {
    return new Finding(origin, Optional.of(other), values, related, assumptions, trace, fix, words);
  }

  /** Returns this finding with a further place that explains it. */
  public Finding related(Origin place, String message) {
    List<Related> more = new ArrayList<>(related);
    more.add(new Related(place, message));
    return new Finding(origin, severity, values, more, assumptions, trace, fix, words);
  }

  /** Returns this finding with something that has to hold for it, said once. */
  public Finding assuming(String assumption) {
    if (assumptions.contains(assumption)) {
      return this;
    }
    List<String> more = new ArrayList<>(assumptions);
    more.add(assumption);
    return new Finding(origin, severity, values, related, more, trace, fix, words);
  }

  /** Returns this finding with a chain of requests that shows it, and what that needs. */
  public Finding shownBy(Observed observed) {
    Finding shown = shownBy(Traces.trace(observed.chain()));
    for (Assumption assumption : observed.assumptions()) {
      shown = shown.assuming(assumption.text());
    }
    return shown;
  }

  /** Returns this finding with requests that show it. */
  public Finding shownBy(List<TracedRequest> requests) {
    return new Finding(origin, severity, values, related, assumptions, requests, fix, words);
  }

  /** Returns this finding with words of its own, for what its rule's message does not say. */
  public Finding saying(String sentence) {
    return new Finding(
        origin, severity, values, related, assumptions, trace, fix, Optional.of(sentence));
  }

  /** Returns this finding with what mends it. */
  public Finding fixedBy(Fix mending) {
    return new Finding(
        origin, severity, values, related, assumptions, trace, Optional.of(mending), words);
  }

  /** Returns this finding with what mends it, where something does. */
  public Finding fixedBy(Optional<Fix> mending) {
    return mending.map(this::fixedBy).orElse(this);
  }
}
