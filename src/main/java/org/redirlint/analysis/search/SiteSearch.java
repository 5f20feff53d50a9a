package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.redirlint.analysis.search.Run.Leg;
import org.redirlint.http.Url;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.Chain.End;
import org.redirlint.semantics.Effort;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.Follower;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Simulator;
import org.redirlint.semantics.Step;
import org.redirlint.semantics.Strings;
import org.redirlint.semantics.TransitionSystem;
import org.redirlint.source.Origin;

/** Searches a site for chains of redirects, and keeps the ones that tell something. */
public final class SiteSearch {

  private static final String FORWARDED_PROTOCOL = "x-forwarded-proto";

  /** How many characters of texts are looked at in all: some seconds' work. */
  private static final long MOST_EFFORT = 1L << 30;

  private final Site site;
  private final Facts facts;
  private final Front front;
  private final boolean tlsUpstream;
  private final Set<String> ownHosts;
  private final Tracing tracing;
  private final HostTests hostTests;
  private final SupposedFiles files;
  private final TracedServer<?> server;
  private final Simulator simulator;
  private final Replays replays;
  private final Map<Object, Observed> endless = new LinkedHashMap<>();
  private final Map<Object, Observed> behaviours = new LinkedHashMap<>();
  private final Map<Object, Observed> behindTls = new LinkedHashMap<>();
  private final MethodTables methods = new MethodTables();
  private final Reflections reflections = new Reflections();
  private final Set<Url> secured = new LinkedHashSet<>();
  private final Set<Url> elsewhere = new LinkedHashSet<>();

  private SiteSearch(Site site, Facts facts, Set<String> ownHosts, Front front) {
    this.site = site;
    this.facts = facts;
    this.front = front;
    this.tlsUpstream = front == Front.ENDS_TLS;
    this.hostTests = new HostTests(site.nameless());
    this.ownHosts = Set.copyOf(ownHosts);
    this.files = new SupposedFiles(facts, site.roots());
    Strings strings = new Strings(Effort.upTo(MOST_EFFORT));
    this.tracing = new Tracing(strings);
    this.simulator = site.simulator(files, strings);
    this.replays = new Replays(files, strings, simulator, ownHosts, this::serves);
    this.server = traced(site.system(tracing, files));
  }

  private <S> TracedServer<S> traced(TransitionSystem<Value, S> system) {
    return new TracedServer<>(system, tracing, files, plainPort(), this::serves);
  }

  /**
   * Searches a site.
   *
   * @param facts what is known of the world
   * @param hosts further hosts that lead back to the site, in lower case
   * @param front what is known of what stands before the server
   */
  public static SearchResult search(Site site, Facts facts, Set<String> hosts, Front front) {
    SiteSearch search = new SiteSearch(site, facts, hosts, front);
    search.direct();
    search.assumingHosts();
    search.behindTls();
    return new SearchResult(
        List.copyOf(search.endless.values()),
        List.copyOf(search.behindTls.values()),
        List.copyOf(search.behaviours.values()),
        search.methods.tables(search::ask),
        search.reflections.all(),
        search.elsewhere(),
        search.inquiry());
  }

  private Inquiry inquiry() {
    return new Inquiry(
        replays,
        files,
        tracing::isConstant,
        this::unnamedHosts,
        List.of(),
        host -> site.nameless() || leadsBack(new Url("http", host, 80, "/")),
        tlsUpstream);
  }

  private boolean serves(Url url) {
    return simulator.serves(url) || hostTests.name(url.host());
  }

  private boolean leadsBack(Url url) {
    return ownHosts.contains(url.host()) || serves(url);
  }

  /** Returns the hosts that are not known to be the site's when all is tried. */
  private Set<String> elsewhere() {
    return elsewhere.stream()
        .filter(url -> !serves(url) && !ownHosts.contains(url.host()))
        .map(Url::host)
        .collect(Collectors.toSet());
  }

  /** Returns the port that a proxy would ask. */
  private OptionalInt plainPort() {
    return Entrance.plainPort(site.entrances());
  }

  private Run run(Trial trial, boolean behindProxy) {
    server.begin(trial.files());
    Chain chain =
        new Follower(server, Replays.following(ownHosts, behindProxy))
            .follow(trial.method(), trial.url(), trial.fields());
    Run run = Run.of(trial, chain, server.observations());
    server.observations().forEach(observation -> hostTests.add(observation.questions()));
    chain.hops().forEach(hop -> hop.url().ifPresent(url -> hostTests.visited(url.host())));
    return run;
  }

  private void direct() {
    new Search(
            trial -> {
              Run run = run(trial, false);
              note(trial, run);
              return run;
            },
            site.entrances(),
            site.indices(),
            site.roots())
        .run(seeds());
  }

  private List<Url> seeds() {
    Seeds seeds = site.seeds();
    seeds.files(KnownFiles.targets(facts, site.roots()));
    return seeds.urls(this::leadsBack, this::next);
  }

  /** Returns where a URL is redirected to; itself where the server goes round inside. */
  private Optional<Url> next(Url url) {
    Chain chain = replays.once(Trial.get(url));
    return switch (chain.end()) {
      case INTERNAL_LOOP -> Optional.of(url);
      case EXTERNAL, UNDETERMINED -> Optional.empty();
      case RESPONSE, LOOP, GROWING, TOO_MANY -> chain.last().target();
    };
  }

  private void note(Trial trial, Run run) {
    methods.note(run);
    reflections.note(run);
    Chain chain = run.chain();
    if (chain.end().isEndless() && !isBroken(chain)) {
      List<Assumption> without = withoutProxy(trial, run);
      if (!leadsElsewhere(chain) && (without.isEmpty() || front == Front.UNKNOWN)) {
        keep(trial, chain, without, false).ifPresent(found -> better(endless, found));
      }
    } else if (!run.legs().isEmpty()) {
      Leg first = run.legs().get(0);
      Optional<String> scheme = first.hop().target().map(Url::scheme);
      Object behaviour = List.of(first.behaviour(), scheme, trial.files().isEmpty());
      Observed known = behaviours.get(behaviour);
      if (known == null || known.chain().hops().size() < chain.hops().size()) {
        behaviours.put(behaviour, observed(trial, chain, List.of(), false));
      }
    }
    for (Hop hop : chain.hops()) {
      hop.target().filter(url -> url.scheme().equals("https")).ifPresent(secured::add);
    }
    if (chain.end() == End.EXTERNAL) {
      chain.last().target().ifPresent(elsewhere::add);
    }
  }

  /**
   * Tells whether a redirect leads to another host, whatever host is asked for, that only tests
   * beside it speak of: and as they would of any host of that domain, they do not name it.
   */
  private boolean leadsElsewhere(Chain chain) {
    List<Hop> circle = Circles.of(chain);
    Hop back = circle.get(0);
    return chain.end() == End.LOOP
        && circle.size() == 1
        && !site.nameless()
        && back.url().filter(this::isUnnamed).isPresent()
        && back.url()
            .map(url -> ask(Trial.get(at(url, HostTests.ANY_OTHER))))
            .flatMap(Hop::target)
            .equals(back.target());
  }

  private boolean isUnnamed(Url url) {
    return !simulator.serves(url)
        && !ownHosts.contains(url.host())
        && !simulator.serves(at(url, HostTests.sibling(url.host())))
        && hostTests.name(HostTests.neighbour(url.host()));
  }

  private static Url at(Url url, String host) {
    return new Url(url.scheme(), host, url.port(), url.target());
  }

  /** A redirect without a target leads nowhere: what browsers make of it differs. */
  private static boolean isBroken(Chain chain) {
    return chain.hops().stream().anyMatch(hop -> hop.isRedirect() && hop.target().isEmpty());
  }

  /** A server that believes a proxy is not meant to be asked by anybody else. */
  private List<Assumption> withoutProxy(Trial trial, Run run) {
    if (!run.asksFor(FORWARDED_PROTOCOL)) {
      return List.of();
    }
    if (plainPort().isPresent()) {
      return run(trial, true).chain().end().isEndless()
          ? List.of()
          : List.of(
              new Assumption("no proxy in front of this server tells X-Forwarded-Proto", false));
    }
    return run(trial.without(FORWARDED_PROTOCOL), false).chain().end().isEndless()
        ? List.of()
        : List.of(
            new Assumption(
                "a proxy in front of this server tells X-Forwarded-Proto: "
                    + trial.headers().get(FORWARDED_PROTOCOL),
                false));
  }

  /**
   * Where no names are configured, a host that redirects lead to may be this very site; it is not
   * if then nothing at all would be served there.
   */
  private void assumingHosts() {
    SupposedHosts supposed = new SupposedHosts(trial -> run(trial, false).chain());
    for (Url url : site.nameless() ? List.copyOf(elsewhere) : List.<Url>of()) {
      if (supposed.mayLeadHere(url)) {
        Trial trial = Trial.get(url);
        Chain chain = run(trial, false).chain();
        if (supposed.isMistake(chain)) {
          Assumption here = new Assumption(url.host() + " leads to this site", false);
          keep(trial, chain, List.of(here), false).ifPresent(found -> better(endless, found));
        }
      }
    }
  }

  /**
   * Where an https test stands in what answers https, it fails once TLS ends before the server; a
   * server that only sends to https may have another one for that, unless TLS is known to end
   * before it, or it asks what a proxy tells.
   */
  private void behindTls() {
    if (plainPort().isEmpty() || front == Front.GIVEN) {
      return;
    }
    for (Url url : List.copyOf(secured)) {
      if (url.port() != 443) {
        continue;
      }
      Trial trial = Trial.get(url);
      Chain direct = run(trial, false).chain();
      Run proxied = run(trial, true);
      Chain chain = proxied.chain();
      if (chain.end().isEndless()
          && !direct.end().isEndless()
          && (tlsUpstream || proxied.asksFor(FORWARDED_PROTOCOL) || sameServer(direct, chain))) {
        List<Assumption> assumptions = new ArrayList<>();
        if (!tlsUpstream) {
          assumptions.add(new Assumption("TLS ends in front of this server", true));
        }
        if (site.nameless() && elsewhere.contains(url)) {
          assumptions.add(new Assumption(url.host() + " leads to this site", true));
        }
        keep(trial, chain, assumptions, true).ifPresent(found -> better(behindTls, found));
      }
    }
  }

  /** Tells whether the same server or virtual host answers the first requests of two chains. */
  private boolean sameServer(Chain one, Chain other) {
    Optional<Origin> first = firstStep(one);
    return !site.knowsServers() || (first.isPresent() && first.equals(firstStep(other)));
  }

  private static Optional<Origin> firstStep(Chain chain) {
    return chain.hops().get(0).reply().steps().stream().findFirst().map(Step::origin);
  }

  private static void better(Map<Object, Observed> kept, Observed found) {
    kept.merge(
        Circles.signature(found.chain()), found, BinaryOperator.minBy(Observed.LEAST_ASSUMED));
  }

  /** Only what the simulator itself does is kept. */
  private Optional<Observed> keep(
      Trial trial, Chain chain, List<Assumption> assumptions, boolean behindProxy) {
    Observed known = (behindProxy ? behindTls : endless).get(Circles.signature(chain));
    if (known != null && known.assumptions().isEmpty()) {
      return Optional.empty();
    }
    Trial entry = Circles.entry(trial, chain);
    Chain entered = entry.equals(trial) ? chain : replays.chain(entry, behindProxy);
    boolean same = Circles.signature(entered).equals(Circles.signature(chain));
    Observed observed =
        same
            ? observed(entry, entered, assumptions, behindProxy)
            : observed(trial, chain, assumptions, behindProxy);
    return observed.chain().end() == chain.end() ? Optional.of(observed) : Optional.empty();
  }

  private Observed observed(
      Trial trial, Chain chain, List<Assumption> assumptions, boolean behindProxy) {
    boolean examined = chain.end().isEndless() || chain.redirects() > 1;
    Chain replayed = examined ? replays.chain(trial, behindProxy) : chain;
    Map<String, FileStatus> asked = files.asked();
    return new Observed(
        trial,
        replayed,
        () -> {
          List<Assumption> all = new ArrayList<>(assumptions);
          if (examined) {
            all.addAll(
                new Necessity(
                        t -> replays.chain(t, behindProxy),
                        SiteSearch::isOther,
                        tracing::isConstant)
                    .of(trial, replayed, asked));
            all.addAll(unnamedHosts(replayed));
          }
          if (chain.end().isEndless()) {
            all.addAll(OuterLocations.of(site, replayed));
            all.addAll(
                new OwnRules(site, files::known, (other, t) -> replays.chain(other, t, behindProxy))
                    .of(trial, replayed, asked.keySet()));
          }
          return all;
        });
  }

  /** What ends in another way is another chain; one that ends may well go on. */
  private static boolean isOther(Chain now, Chain chain) {
    return chain.end().isEndless() ? now.end() != chain.end() : now.redirects() < chain.redirects();
  }

  /** Returns one request with its answer. */
  private Hop ask(Trial trial) {
    return replays.once(trial).hops().get(0);
  }

  /**
   * Where names are configured, a host that only tests speak of may belong to another server; the
   * same name with or without its {@code www} seldom does. One that grows belongs to nobody.
   */
  private List<Assumption> unnamedHosts(Chain chain) {
    Predicate<Url> known = url -> simulator.serves(url) || ownHosts.contains(url.host());
    List<Assumption> grown = GrownHosts.of(chain, known);
    if (site.nameless() || !grown.isEmpty()) {
      return grown;
    }
    return chain.hops().stream()
        .flatMap(hop -> hop.url().stream())
        .filter(url -> !known.test(url) && hostTests.name(url.host()))
        .map(
            url ->
                new Assumption(
                    url.host() + " leads to this site",
                    simulator.serves(at(url, HostTests.sibling(url.host())))))
        .distinct()
        .toList();
  }
}
