package org.redirlint.rule.https;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.redirlint.http.Url;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Sightings.Sighting;
import org.redirlint.rule.Traces;
import org.redirlint.source.Origin;

/**
 * Reports each redirect from http that goes to a site's {@code www} before it goes to https, where
 * the site asks for the preload list: that wants the same host by https first.
 *
 * @see <a href="https://hstspreload.org/">Submission requirements</a>
 */
public final class HttpsRedirectOrder implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    List<Sighting> all = project.sightings().all();
    Set<String> preloaded = new LinkedHashSet<>();
    for (Sighting sighting : all) {
      if (sighting.url().scheme().equals("https")
          && TransportSecurity.of(sighting).filter(TransportSecurity::preload).isPresent()) {
        String host = sighting.url().host();
        preloaded.add(host.startsWith("www.") ? host.substring("www.".length()) : host);
      }
    }
    Map<Origin, Finding> findings = new LinkedHashMap<>();
    for (Sighting sighting : all) {
      Optional<Url> target = sighting.hop().target();
      String host = sighting.url().host();
      if (sighting.url().scheme().equals("http")
          && preloaded.contains(host)
          && target.filter(to -> to.host().equals("www." + host)).isPresent()) {
        sighting
            .hop()
            .deciding()
            .ifPresent(
                step ->
                    findings.putIfAbsent(
                        step.origin(),
                        Finding.at(step.origin())
                            .with("request", Traces.request(sighting.hop()))
                            .with("target", target.orElseThrow())
                            .with("host", host)
                            .shownBy(sighting.observed())));
      }
    }
    return findings.values().stream();
  }
}
