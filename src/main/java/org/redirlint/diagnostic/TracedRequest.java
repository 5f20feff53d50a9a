package org.redirlint.diagnostic;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.redirlint.source.Origin;

/**
 * A request that shows a finding, and its answer.
 *
 * @param method its method
 * @param url its URL
 * @param headers its headers that matter, as {@code Name: value}
 * @param status the answer's status; empty where no status is sent
 * @param location where the answer leads
 * @param decidedBy the directive that decides
 */
public record TracedRequest(
    String method,
    String url,
    List<String> headers,
    OptionalInt status,
    Optional<String> location,
    Optional<Origin> decidedBy) {

  /** Takes a copy. */
  public TracedRequest {
    headers = List.copyOf(headers);
  }

  /** Returns the request and the answer on one line. */
  @Override
  public String toString() {
    String answer =
        (status.isPresent() ? " → " + status.getAsInt() : "")
            + location.map(target -> " " + target).orElse("");
    String sent = headers.isEmpty() ? "" : " (" + String.join(", ", headers) + ")";
    return method + " " + url + sent + answer;
  }
}
