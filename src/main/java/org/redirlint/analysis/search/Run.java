package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.redirlint.analysis.search.TracedServer.Observation;
import org.redirlint.http.Header;
import org.redirlint.http.Method;
import org.redirlint.http.Url;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/**
 * What came of a trial.
 *
 * @param chain the requests and answers
 * @param legs each request of the chain as a trial of its own
 */
record Run(Chain chain, List<Leg> legs) {

  Run {
    legs = List.copyOf(legs);
  }

  /**
   * One request of a chain.
   *
   * @param trial the request
   * @param hop the request with its answer
   * @param observation what the server asked of it
   * @param behaviour what the server did, as far as it differs from what else it does
   */
  record Leg(Trial trial, Hop hop, Observation observation, Object behaviour) {}

  /** Tells whether the server asked for a header, named in lower case, of any of the requests. */
  boolean asksFor(String header) {
    return legs.stream()
        .flatMap(leg -> leg.observation().questions().stream())
        .anyMatch(
            question ->
                question.subject().source() instanceof Source.Part part
                    && part.name().equals(Trial.HEADER + header));
  }

  private record Behaviour(List<Origin> steps, String answer) {}

  static Run of(Trial first, Chain chain, List<Observation> observations) {
    List<Leg> legs = new ArrayList<>();
    for (int i = 0; i < Math.min(chain.hops().size(), observations.size()); i++) {
      Hop hop = chain.hops().get(i);
      if (hop.url().isPresent()) {
        Trial trial =
            new Trial(
                new Method(hop.request().method()),
                hop.url().get(),
                headers(hop.request().headers()),
                first.files());
        legs.add(new Leg(trial, hop, observations.get(i), behaviour(hop)));
      }
    }
    return new Run(chain, legs);
  }

  private static Map<String, String> headers(List<Header> fields) {
    Map<String, String> headers = new HashMap<>();
    fields.forEach(field -> headers.put(field.name().toLowerCase(Locale.ROOT), field.value()));
    return headers;
  }

  private static Behaviour behaviour(Hop hop) {
    Answer<String> answer = hop.reply().answer();
    String kind =
        answer instanceof Answer.Response<String> response
            ? response.status() + (response.internalLoop() ? " loop" : "") + scheme(hop)
            : answer.getClass().getSimpleName();
    return new Behaviour(hop.reply().steps().stream().map(Step::origin).toList(), kind);
  }

  /** Returns another scheme that a redirect leads to; one that stays is the same for both. */
  private static String scheme(Hop hop) {
    String from = hop.url().map(Url::scheme).orElse("");
    return hop.target().map(Url::scheme).filter(to -> !to.equals(from)).orElse("");
  }
}
