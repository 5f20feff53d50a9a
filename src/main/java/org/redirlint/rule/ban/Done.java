package org.redirlint.rule.ban;

import java.util.Optional;
import java.util.Set;
import org.redirlint.http.Url;
import org.redirlint.rule.request.RequestGlob;
import org.redirlint.rule.request.TextGlob;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Hop;

/**
 * What a directive does with requests.
 *
 * @param requests the requests it acts on
 * @param statuses the statuses of its redirect; any answer if there are none
 * @param targetHost the host that its redirect leads to
 */
public record Done(RequestGlob requests, Set<Integer> statuses, Optional<TextGlob> targetHost) {

  public Done {
    statuses = Set.copyOf(statuses);
  }

  /** Tells whether only a redirect can be meant. */
  boolean isRedirect() {
    return !statuses.isEmpty() || targetHost.isPresent();
  }

  /** Tells whether an answer is as meant. */
  boolean fits(Hop hop) {
    boolean status =
        statuses.isEmpty()
            || (hop.isRedirect()
                && hop.reply().answer() instanceof Answer.Response<String> response
                && statuses.contains(response.status()));
    Optional<String> host = hop.target().map(Url::host);
    return status
        && (targetHost.isEmpty() || (host.isPresent() && targetHost.get().fits(host.get())));
  }
}
