package org.redirlint.diagnostic;

import java.util.List;
import java.util.Optional;
import org.redirlint.source.Origin;

/**
 * One thing that is wrong with a configuration.
 *
 * @param rule the rule that found it
 * @param severity how much it matters
 * @param message what is wrong, one sentence
 * @param origin where it is
 * @param related further places that explain it
 * @param assumptions what the configuration does not tell and has to hold for this to be so
 * @param trace requests that show it, one after the other; the first one is the witness
 * @param fix how a program mends it, where one can
 */
public record Diagnostic(
    RuleInfo rule,
    Severity severity,
    String message,
    Origin origin,
    List<Related> related,
    List<String> assumptions,
    List<TracedRequest> trace,
    Optional<Fix> fix) {

  public Diagnostic {
    related = List.copyOf(related);
    assumptions = List.copyOf(assumptions);
    trace = List.copyOf(trace);
  }

  /** Takes what is told of a finding that no program mends. */
  public Diagnostic(
      RuleInfo rule,
      Severity severity,
      String message,
      Origin origin,
      List<Related> related,
      List<String> assumptions,
      List<TracedRequest> trace) {
    this(rule, severity, message, origin, related, assumptions, trace, Optional.empty());
  }

  /** Returns the same with another severity. */
  public Diagnostic as(Severity other) {
    return new Diagnostic(rule, other, message, origin, related, assumptions, trace, fix);
  }
}
