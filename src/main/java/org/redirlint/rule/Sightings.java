package org.redirlint.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.analysis.search.Observed;
import org.redirlint.analysis.search.Trial;
import org.redirlint.http.Url;
import org.redirlint.semantics.Hop;
import org.redirlint.source.Origin;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/** Requests that directives were seen to act on: rules ask the server for variations of them. */
public final class Sightings {

  /** So many requests are kept for each directive. */
  private static final int MOST = 4;

  private record Place(String path, Span span) {
    static Place of(Origin origin) {
      return new Place(origin.file().path(), origin.span());
    }
  }

  private final Map<Place, List<Sighting>> byDirective = new HashMap<>();
  private final List<Sighting> all = new ArrayList<>();

  private final Map<String, List<Sighting>> byFile = new HashMap<>();
  private final boolean isSingle;

  private Sightings(boolean isSingle) {
    this.isSingle = isSingle;
  }

  /** Returns what was seen of the sites of a project. */
  static Sightings of(Project project) {
    Sightings sightings = new Sightings(project.sites().size() == 1);
    for (SiteAnalysis site : project.sites()) {
      for (Observed observed : site.search().behaviours()) {
        Hop hop = observed.chain().hops().get(0);
        sightings.add(new Sighting(site, observed.trial(), hop));
      }
    }
    return sightings;
  }

  /** Returns all requests, in the order tried. */
  public List<Sighting> all() {
    return all;
  }

  /** Returns some requests that a directive acts on. */
  public List<Sighting> of(Origin directive) {
    return byDirective.getOrDefault(Place.of(directive), List.of());
  }

  /**
   * Returns some requests to the sites a file belongs to, as far as that is known: those that
   * something in it acts on, or any if there is but one site.
   */
  public List<Sighting> in(SourceFile file) {
    List<Sighting> known = byFile.getOrDefault(file.path(), List.of());
    boolean single = known.isEmpty() && !all.isEmpty() && isSingle;
    return single ? all.subList(0, 1) : known;
  }

  private void add(Sighting sighting) {
    all.add(sighting);
    sighting
        .hop()
        .reply()
        .steps()
        .forEach(
            step -> {
              List<Sighting> known =
                  byDirective.computeIfAbsent(Place.of(step.origin()), p -> new ArrayList<>());
              if (known.size() < MOST) {
                known.add(sighting);
              }
              byFile.computeIfAbsent(step.origin().file().path(), p -> List.of(sighting));
            });
  }

  /**
   * A request with its answer.
   *
   * @param site where it is sent
   * @param trial the request
   * @param hop the request with its answer
   */
  public record Sighting(SiteAnalysis site, Trial trial, Hop hop) {

    /** Returns the URL that is asked for. */
    public Url url() {
      return trial.url();
    }

    /** Returns the path of the URL, without the query. */
    public String path() {
      String target = url().target();
      int mark = target.indexOf('?');
      return mark < 0 ? target : target.substring(0, mark);
    }

    /** Returns the same request of another path, without a query. */
    public Trial toPath(String path) {
      Url url = url();
      return trial.to(new Url(url.scheme(), url.host(), url.port(), path));
    }

    /** Returns the same request of another host. */
    public Trial toHost(String host) {
      Url url = url();
      return trial.to(new Url(url.scheme(), host, url.port(), url.target()));
    }

    /** Returns another request with its answer, if a directive acts on it as well. */
    public Optional<Observed> acting(Origin directive, Trial other) {
      return acts(directive, site.inquiry().answer(other))
          ? Optional.of(site.ask(other))
          : Optional.empty();
    }

    /** Returns this request with its answer, and what has to be so for it. */
    public Observed observed() {
      return site.ask(trial);
    }

    /** Tells whether a directive acts on a request. */
    public static boolean acts(Origin directive, Hop hop) {
      Place place = Place.of(directive);
      return hop.reply().steps().stream().anyMatch(step -> Place.of(step.origin()).equals(place));
    }
  }
}
