package org.redirlint.rule.https;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Sightings.Sighting;
import org.redirlint.rule.Traces;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/**
 * Reports each server of https none of whose answers has a Strict-Transport-Security header. A
 * folder's file does not tell what the server around it sends, nor does a configuration of which a
 * part could not be read.
 */
public final class HstsMissing implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    Set<Origin> servers =
        project.directives("server", "VirtualHost").map(Occurrence::origin).collect(toSet());
    Map<Origin, Optional<Sighting>> without = new LinkedHashMap<>();
    Set<Origin> handingOn = new HashSet<>();
    for (Sighting sighting : project.sightings().all()) {
      Optional<Origin> server = server(sighting).filter(servers::contains);
      if (sighting.url().scheme().equals("https")
          && server.isPresent()
          && sighting.site().gap().isEmpty()) {
        if (TransportSecurity.field(sighting).isPresent()) {
          without.put(server.get(), Optional.empty());
        } else if (TransportSecurity.isAnswered(sighting)) {
          without.putIfAbsent(server.get(), Optional.of(sighting));
        } else {
          handingOn.add(server.get());
        }
      }
    }
    return without.entrySet().stream()
        .flatMap(
            entry ->
                entry
                    .getValue()
                    .map(seen -> finding(entry.getKey(), seen))
                    .map(found -> supposing(found, handingOn.contains(entry.getKey())))
                    .stream());
  }

  private static Finding supposing(Finding found, boolean handsOn) {
    return handsOn ? found.assuming("whoever answers in place of the server sends none") : found;
  }

  private static Finding finding(Origin server, Sighting seen) {
    return Finding.at(server)
        .with("host", seen.url().host())
        .shownBy(Traces.trace(List.of(seen.hop())));
  }

  private static Optional<Origin> server(Sighting sighting) {
    return sighting.hop().reply().steps().stream().findFirst().map(Step::origin);
  }
}
