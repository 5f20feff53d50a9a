package org.redirlint.rule.redirect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.analysis.search.Observed;
import org.redirlint.http.Status;
import org.redirlint.http.Url;
import org.redirlint.rule.Project;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;

/**
 * Hosts that lead to several others and never for good, as services of lasting identifiers do: the
 * identifier stays, what it stands for moves, and so a temporary status is a choice.
 */
final class Resolvers {

  private final Map<String, Set<String>> targets = new HashMap<>();
  private final Set<String> permanent = new HashSet<>();

  /** Finds them by what a site was seen to answer. */
  Resolvers(SiteAnalysis site, Project project) {
    for (Observed observed : site.search().behaviours()) {
      note(observed.chain().hops().get(0), project);
    }
  }

  /** Tells whether a host is one. */
  boolean contains(String host) {
    return !permanent.contains(host) && targets.getOrDefault(host, Set.of()).size() > 1;
  }

  private void note(Hop hop, Project project) {
    Optional<Url> target = hop.target();
    boolean written =
        hop.deciding().map(Step::origin).flatMap(place -> project.at(place)).isPresent();
    if (hop.url().isEmpty() || target.isEmpty() || !written) {
      return;
    }
    String host = hop.url().get().host();
    if (hop.reply().answer() instanceof Answer.Response<String> response
        && Status.isPermanent(response.status())) {
      permanent.add(host);
    } else if (!target.get().host().equals(host)) {
      targets.computeIfAbsent(host, first -> new HashSet<>()).add(target.get().host());
    }
  }
}
