package org.redirlint.rule.pattern;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.redirlint.analysis.search.Reflection.Part;
import org.redirlint.analysis.search.Trial;
import org.redirlint.ast.Dialect;
import org.redirlint.http.Url;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Sightings.Sighting;
import org.redirlint.rule.Traces;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/** Finds the redirects of httpd to paths of its own that it refuses for their encoded slash. */
final class EncodedSlashTargets {

  private static final String DEEPER = "name/name";

  private EncodedSlashTargets() {}

  static Stream<Finding> find(Project project) {
    if (project
        .directives("AllowEncodedSlashes")
        .anyMatch(at -> !at.directive().argument(0).equalsIgnoreCase("off"))) {
      return Stream.empty();
    }
    Map<Origin, Finding> found = new LinkedHashMap<>();
    Stream.concat(project.sightings().all().stream(), deeper(project))
        .filter(sighting -> leadsToRefused(sighting, project))
        .forEach(
            sighting ->
                found.computeIfAbsent(
                    place(sighting.hop()).orElseThrow(),
                    place -> finding(place, sighting, project)));
    return found.values().stream();
  }

  /** What is captured of a path may hold a slash only if the path goes deeper. */
  private static Stream<Sighting> deeper(Project project) {
    return project.sites().stream()
        .flatMap(
            site ->
                site.search().reflections().stream()
                    .filter(reflection -> reflection.isMadeOf(Part.PATH))
                    .map(
                        reflection -> {
                          Url url = reflection.trial().url();
                          String path = url.target().split("\\?", 2)[0];
                          String folder = path.substring(0, path.lastIndexOf('/') + 1);
                          Trial trial =
                              reflection
                                  .trial()
                                  .to(
                                      new Url(
                                          url.scheme(), url.host(), url.port(), folder + DEEPER));
                          return new Sighting(site, trial, site.inquiry().answer(trial));
                        }));
  }

  private static boolean leadsToRefused(Sighting sighting, Project project) {
    Optional<Url> target = sighting.hop().target();
    boolean leadsHere =
        target.isPresent()
            && place(sighting.hop()).filter(place -> isHttpd(place, project)).isPresent()
            && target.get().target().split("\\?", 2)[0].toLowerCase(Locale.ROOT).contains("%2f")
            && sighting.site().inquiry().leadsHere(target.get().host());
    return leadsHere
        && sighting.site().inquiry().answer(sighting.trial().to(target.get())).reply().answer()
            instanceof Answer.Response<String> answer
        && answer.status() == 404;
  }

  private static boolean isHttpd(Origin place, Project project) {
    return dialect(place, project).filter(dialect -> dialect != Dialect.NGINX).isPresent();
  }

  private static Optional<Dialect> dialect(Origin place, Project project) {
    return project.at(place).map(at -> at.configuration().main().dialect());
  }

  private static Optional<Origin> place(Hop hop) {
    return hop.deciding().map(Step::origin);
  }

  private static Finding finding(Origin place, Sighting sighting, Project project) {
    Finding finding =
        Finding.at(place)
            .with("request", Traces.request(sighting.hop()))
            .with(
                "reason",
                "is redirected to "
                    + sighting.hop().target().orElseThrow()
                    + ", which httpd answers by 404: AllowEncodedSlashes is Off")
            .shownBy(sighting.site().inquiry().follow(sighting.trial()));
    return dialect(place, project).equals(Optional.of(Dialect.HTACCESS))
        ? finding.assuming(EncodedSlashSources.IS_OFF)
        : finding;
  }
}
