package org.redirlint.rule.https;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.redirlint.diagnostic.Severity;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Sightings.Sighting;
import org.redirlint.rule.Traces;
import org.redirlint.semantics.Answer;
import org.redirlint.source.Origin;

/**
 * Reports each Strict-Transport-Security header that is sent by plain http, where browsers ignore
 * it (RFC 6797 section 8.1). Where nothing is answered by https, somebody else may end TLS; and a
 * folder's file is the same for both.
 */
public final class HstsOverHttp implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    List<Sighting> all = project.sightings().all();
    Map<Origin, Finding> findings = new LinkedHashMap<>();
    for (Sighting plain : all) {
      Optional<String> value =
          TransportSecurity.field(plain)
              .flatMap(Answer.Field::value)
              .filter(text -> isPlain(plain));
      if (value.isPresent() && answersByHttps(all, plain)) {
        boolean secured =
            all.stream()
                .anyMatch(
                    other ->
                        isSecureSibling(plain, other)
                            && TransportSecurity.field(other).isPresent());
        TransportSecurity.directives(project, value.get())
            .filter(HstsOverHttp::isInServer)
            .filter(at -> secured || !isUsedByHttps(all, value.get()))
            .forEach(at -> findings.putIfAbsent(at.origin(), finding(at.origin(), plain, secured)));
      }
    }
    return findings.values().stream();
  }

  private static Finding finding(Origin place, Sighting plain, boolean secured) {
    Finding finding =
        Finding.at(place)
            .with("request", Traces.request(plain.hop()))
            .with("effect", secured ? "" : "; the answers by https do not have it")
            .shownBy(plain.observed());
    return secured ? finding : finding.as(Severity.WARNING);
  }

  /** What stands outside of all servers may be meant for others, elsewhere. */
  private static boolean isInServer(Occurrence at) {
    return at.nearest("server", "VirtualHost").isPresent();
  }

  private static boolean isUsedByHttps(List<Sighting> all, String value) {
    return all.stream()
        .anyMatch(
            other ->
                !isPlain(other)
                    && TransportSecurity.field(other)
                        .flatMap(Answer.Field::value)
                        .filter(value::equals)
                        .isPresent());
  }

  private static boolean answersByHttps(List<Sighting> all, Sighting plain) {
    return all.stream()
        .anyMatch(other -> isSecureSibling(plain, other) && TransportSecurity.isAnswered(other));
  }

  private static boolean isSecureSibling(Sighting plain, Sighting other) {
    return !isPlain(other)
        && other.site() == plain.site()
        && other.url().host().equals(plain.url().host());
  }

  private static boolean isPlain(Sighting sighting) {
    return sighting.url().scheme().equals("http");
  }
}
