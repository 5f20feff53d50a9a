package org.redirlint.semantics;

import java.util.Optional;
import org.redirlint.http.Request;
import org.redirlint.http.Url;

/**
 * One request of a chain and its answer.
 *
 * @param request the request
 * @param url the URL it asks for; empty where the request does not tell
 * @param reply the answer
 */
public record Hop(Request request, Optional<Url> url, Reply reply) {

  /** Returns what decided: the last step. */
  public Optional<Step> deciding() {
    return reply.steps().isEmpty()
        ? Optional.empty()
        : Optional.of(reply.steps().get(reply.steps().size() - 1));
  }
}
