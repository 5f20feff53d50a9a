package org.redirlint.rule.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.analysis.search.Entrance;
import org.redirlint.analysis.search.MethodTable;
import org.redirlint.analysis.search.Observed;
import org.redirlint.analysis.search.Reflection;
import org.redirlint.analysis.search.Trial;
import org.redirlint.http.Method;
import org.redirlint.http.Url;

/**
 * Requests to a site of a kind that people speak of: those the search has seen the site do
 * something with, turned to the kind's method, scheme, host and path, and some drawn from the kind.
 */
public final class Requests {

  /** So many requests are tried for each kind and site; that there were more is told. */
  static final int MOST = 5000;

  /** So many hosts that fit wildcards are tried instead of one that does not. */
  private static final int MOST_HOSTS = 8;

  /** What stands for any path, and for a name in one. */
  private static final List<List<String>> FILLINGS =
      List.of(List.of("", "a"), List.of("a", "a"), List.of("a/b", "index"), List.of("a/", "1"));

  private final SiteAnalysis site;
  private final RequestGlob wanted;
  private final Set<String> hosts = new LinkedHashSet<>();
  private final Set<Trial> found = new LinkedHashSet<>();
  private Optional<Trial> untried = Optional.empty();

  private Requests(SiteAnalysis site, RequestGlob wanted) {
    this.site = site;
    this.wanted = wanted;
  }

  /** Returns requests of a kind; none if there can be none. */
  public static Drawn of(SiteAnalysis site, RequestGlob wanted) {
    Requests requests = new Requests(site, wanted);
    List<Trial> known = known(site);
    requests.findHosts(known);
    known.forEach(requests::add);
    known.forEach(requests::turn);
    return new Drawn(
        requests.found.stream().sorted(Comparator.comparingInt(Requests::oddity)).toList(),
        requests.untried);
  }

  /** A GET that supposes nothing of files and needs no headers is the easiest to repeat. */
  private static int oddity(Trial trial) {
    return (trial.files().isEmpty() ? 0 : 1)
        + (trial.headers().isEmpty() ? 0 : 1)
        + (trial.method().equals(Method.GET) ? 0 : 1);
  }

  /** Returns the requests that the search has made its observations by. */
  private static List<Trial> known(SiteAnalysis site) {
    Set<Trial> known = new LinkedHashSet<>();
    Stream.of(site.search().behaviours(), site.search().endless(), site.search().behindTls())
        .flatMap(List::stream)
        .forEach(observed -> add(observed, known));
    site.search().reflections().stream().map(Reflection::trial).forEach(known::add);
    site.search().methods().stream().map(MethodTable::url).map(Trial::get).forEach(known::add);
    return List.copyOf(known);
  }

  private static void add(Observed observed, Set<Trial> known) {
    observed.chain().hops().stream()
        .flatMap(hop -> hop.url().stream())
        .forEach(url -> known.add(observed.trial().to(url)));
  }

  /** A host with a name of its own is the site's only if the site is known by it. */
  private void findHosts(List<Trial> known) {
    TextGlob host = wanted.url().host();
    Stream<String> named = host.isLiteral() ? Stream.of(host.toString()) : Stream.empty();
    Stream.concat(named, known.stream().map(trial -> trial.url().host()))
        .filter(host::fits)
        .filter(name -> site.inquiry().leadsHere(name))
        .forEach(hosts::add);
  }

  private void add(Trial trial) {
    if (untried.isPresent()
        || !wanted.fits(trial.method(), trial.url())
        || !hosts.contains(trial.url().host())) {
      return;
    }
    if (found.size() < MOST) {
      found.add(trial);
    } else if (!found.contains(trial)) {
      untried = Optional.of(trial);
    }
  }

  private void turn(Trial trial) {
    List<Method> methods = wanted.fits(trial.method()) ? List.of(trial.method()) : wanted.methods();
    Optional<Url> entrance = entrance(trial.url());
    if (entrance.isEmpty() || untried.isPresent()) {
      return;
    }
    List<String> at =
        hosts.contains(trial.url().host())
            ? List.of(trial.url().host())
            : hosts.stream().limit(MOST_HOSTS).toList();
    for (String host : at) {
      for (String target : targets(trial.url())) {
        Url url = new Url(entrance.get().scheme(), host, entrance.get().port(), target);
        for (Method method : methods) {
          add(trial.by(method).to(url));
        }
      }
    }
  }

  /** Returns a URL of the kind's scheme and port, if the site is asked by them. */
  private Optional<Url> entrance(Url url) {
    UrlGlob glob = wanted.url();
    int port = glob.port().orElse(url.port());
    if (glob.fitsScheme(url.scheme()) && port == url.port()) {
      return Optional.of(url);
    }
    if (site.tlsUpstream()) {
      return Stream.of("https", "http")
          .filter(glob::fitsScheme)
          .map(scheme -> new Url(scheme, url.host(), Url.defaultPort(scheme), url.target()))
          .filter(other -> glob.port().isEmpty() || glob.port().get() == other.port())
          .findFirst();
    }
    return site.entrances().stream()
        .filter(entrance -> glob.fitsScheme(entrance.scheme()))
        .filter(entrance -> glob.port().isEmpty() || glob.port().get() == entrance.port())
        .min((one, other) -> Boolean.compare(isUnusual(one), isUnusual(other)))
        .map(entrance -> new Url(entrance.scheme(), url.host(), entrance.port(), url.target()));
  }

  private static boolean isUnusual(Entrance entrance) {
    return entrance.port() != Url.defaultPort(entrance.scheme());
  }

  /** Returns the paths of the kind that a request is turned to; its own one if that fits. */
  private List<String> targets(Url url) {
    TextGlob path = wanted.url().path();
    String own = UrlGlob.path(url);
    if (path.fits(own)) {
      return List.of(url.target());
    }
    List<String> targets = new ArrayList<>();
    for (List<String> filling : FILLINGS) {
      targets.add(path.filled(filling.get(0), filling.get(1)));
    }
    targets.add(path.filled(own.substring(1), own.substring(own.lastIndexOf('/') + 1)));
    return targets;
  }
}
