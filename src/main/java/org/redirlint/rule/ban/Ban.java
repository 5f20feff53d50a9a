package org.redirlint.rule.ban;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.analysis.search.Observed;
import org.redirlint.analysis.search.Trial;
import org.redirlint.ast.Argument;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.diagnostic.Severity;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Shown;
import org.redirlint.rule.Sightings.Sighting;
import org.redirlint.rule.Traces;
import org.redirlint.rule.request.Drawn;
import org.redirlint.rule.request.Requests;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;
import org.redirlint.source.Span;

/**
 * The generic matcher: reports directives by what is written, and by what they do with requests. Of
 * the latter, each is shown by a request that the directive was seen to act on.
 *
 * @param written what is written
 * @param done what the directive does; empty if that does not matter
 */
public record Ban(Written written, Optional<Done> done) {

  /** The names of a finding's values where only what is written matters. */
  public static final Set<String> WRITTEN_VALUES = Set.of("directive");

  /** The names of a finding's values where requests show it. */
  public static final Set<String> DONE_VALUES = Set.of("directive", "request", "location");

  /** A server and its directives by what is written. */
  public enum Server {
    /** The web server of nginx. */
    NGINX,
    /** Apache httpd, its .htaccess files among it. */
    HTTPD
  }

  /**
   * What is written.
   *
   * @param server the server; either if empty
   * @param names the directives' names, case does not matter; any if there are none
   * @param arguments what is found in the words behind the name, single spaces between them
   */
  public record Written(Optional<Server> server, List<String> names, Optional<Pattern> arguments) {
    public Written {
      names = List.copyOf(names);
    }

    private boolean fits(LoadedDirective directive) {
      return (names.isEmpty() || names.stream().anyMatch(directive::is))
          && arguments.filter(pattern -> !pattern.matcher(words(directive)).find()).isEmpty();
    }

    private boolean fits(Occurrence occurrence) {
      boolean nginx = occurrence.configuration().main().dialect() == Dialect.NGINX;
      return server.isEmpty()
          || (server.get() == Server.NGINX ? nginx && occurrence.isNginxHttp() : !nginx);
    }
  }

  private record Place(String path, Span span) {
    static Place of(Origin origin) {
      return new Place(origin.file().path(), origin.span());
    }
  }

  /** Returns the directives that are not wanted. */
  public Stream<Finding> check(Project project) {
    List<Occurrence> occurrences = project.directives(written::fits).filter(written::fits).toList();
    return done.isPresent()
        ? shown(project, occurrences, done.get())
        : occurrences.stream().map(found -> finding(found.origin(), found.directive()));
  }

  private static Stream<Finding> shown(Project project, List<Occurrence> occurrences, Done done) {
    Map<Place, Occurrence> wanted = new LinkedHashMap<>();
    occurrences.forEach(found -> wanted.putIfAbsent(Place.of(found.origin()), found));
    List<Finding> findings = new ArrayList<>();
    for (SiteAnalysis site : wanted.isEmpty() ? List.<SiteAnalysis>of() : project.sites()) {
      Drawn drawn = Requests.of(site, done.requests());
      for (Trial trial : drawn.trials()) {
        Hop hop = site.inquiry().answer(trial);
        for (Place place : done.fits(hop) ? places(hop, done) : List.<Place>of()) {
          Occurrence found = wanted.remove(place);
          if (found != null) {
            findings.add(finding(site, trial, found));
          }
        }
      }
      if (!wanted.isEmpty()) {
        drawn.note(site, done.requests()).ifPresent(findings::add);
      }
    }
    return findings.stream();
  }

  /** A redirect is one directive's work; anything else may be that of all on the way. */
  private static List<Place> places(Hop hop, Done done) {
    return (done.isRedirect() ? hop.deciding().stream() : hop.reply().steps().stream())
        .map(Step::origin)
        .map(Place::of)
        .distinct()
        .toList();
  }

  private static Finding finding(SiteAnalysis site, Trial trial, Occurrence found) {
    Sighting sighting = new Sighting(site, trial, site.inquiry().answer(trial));
    Observed observed = sighting.observed();
    Finding finding =
        finding(found.origin(), found.directive())
            .with("request", Traces.request(sighting.hop()))
            .with("location", Shown.location(sighting.hop()))
            .shownBy(observed);
    return observed.isPlausible() ? finding : finding.as(Severity.INFO);
  }

  private static Finding finding(Origin place, LoadedDirective directive) {
    return Finding.at(place).with("directive", (directive.name() + " " + words(directive)).strip());
  }

  private static String words(LoadedDirective directive) {
    return String.join(" ", directive.arguments().stream().map(Argument::value).toList());
  }
}
