package org.redirlint.semantics;

import java.util.Optional;
import org.redirlint.http.Request;
import org.redirlint.http.Status;
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

  /** Tells whether the answer is a redirect, to wherever it leads. */
  public boolean isRedirect() {
    return reply.answer() instanceof Answer.Response<String> response
        && Status.isRedirect(response.status());
  }

  /** Returns where a redirect leads a browser; empty if it names no URL of http or https. */
  public Optional<Url> target() {
    return isRedirect() && reply.answer() instanceof Answer.Response<String> response
        ? response
            .location()
            .filter(location -> !location.isBlank())
            .flatMap(location -> url.flatMap(from -> from.resolve(location)))
        : Optional.empty();
  }
}
