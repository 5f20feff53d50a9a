package org.redirlint.analysis;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redirlint.analysis.graph.GraphProof;
import org.redirlint.analysis.graph.HttpdGraph;
import org.redirlint.analysis.reachability.Shadow;
import org.redirlint.analysis.reachability.Shadows;
import org.redirlint.analysis.search.Assumption;
import org.redirlint.analysis.search.Entrance;
import org.redirlint.analysis.search.Front;
import org.redirlint.analysis.search.GatewaySite;
import org.redirlint.analysis.search.HttpdSite;
import org.redirlint.analysis.search.Inquiry;
import org.redirlint.analysis.search.NginxSite;
import org.redirlint.analysis.search.Observed;
import org.redirlint.analysis.search.SearchResult;
import org.redirlint.analysis.search.Site;
import org.redirlint.analysis.search.SiteSearch;
import org.redirlint.analysis.search.Trial;
import org.redirlint.regex.Lazy;
import org.redirlint.semantics.Facts;

/** What comes of all requests to a site; each part is worked out when it is first asked for. */
public final class SiteAnalysis {

  private final String scope;
  private final Set<String> files;
  private final Site site;
  private final Set<String> hosts;
  private final boolean tlsUpstream;
  private final Optional<Gap> gap;
  private final Lazy<SearchResult> search;
  private final Lazy<List<Shadow>> shadows;
  private final Lazy<Verdict> proof;

  /**
   * Takes a site.
   *
   * @param scope what the site is called: a file or a folder
   * @param files the paths of its files, without those they include
   * @param facts what is known of the world
   * @param hosts further hosts that lead back to the site, in lower case
   * @param front what is known of what stands before the server
   * @param gap what of the configuration could not be read; empty if all could
   */
  public SiteAnalysis(
      String scope,
      Collection<String> files,
      Site site,
      Facts facts,
      Set<String> hosts,
      Front front,
      Optional<Gap> gap) {
    this.scope = scope;
    this.files = Set.copyOf(files);
    this.site = site;
    this.hosts = Set.copyOf(hosts);
    this.tlsUpstream = front == Front.ENDS_TLS;
    this.gap = gap;
    this.search = new Lazy<>(() -> search(site, facts, hosts, front, gap));
    this.shadows = new Lazy<>(() -> Shadows.of(site.configuration()));
    this.proof =
        new Lazy<>(
            () ->
                gap.filter(unread -> unread.kind() != Gap.Kind.INCLUDED)
                    .<Verdict>map(part -> new Verdict.Undecided(part.part() + " may change it"))
                    .orElseGet(() -> supposing(gap, prove(site, facts, hosts, search()))));
  }

  /** Returns what the site is called. */
  public String scope() {
    return scope;
  }

  /** Returns the paths of the site's files, without those they include. */
  public Set<String> files() {
    return files;
  }

  /** Tells whether TLS is known to end before the server. */
  public boolean tlsUpstream() {
    return tlsUpstream;
  }

  /** Tells whether it is a guess that a host leads here, as no names are configured or told. */
  public boolean guesses(String host) {
    return site.nameless() && !hosts.contains(host);
  }

  /** Tells whether the server's own configuration is given, besides that of a folder. */
  public boolean knowsServers() {
    return site.knowsServers();
  }

  /** Returns where the server listens. */
  public List<Entrance> entrances() {
    return site.entrances();
  }

  /** Returns what was found by trying. */
  public SearchResult search() {
    return search.get();
  }

  /** Returns what asks the server for more. */
  public Inquiry inquiry() {
    return search().inquiry();
  }

  /**
   * Returns a request of a rule's own making with its answer, a chain of one hop, and the
   * assumptions this needs; {@link #inquiry} knows further ways to ask.
   */
  public Observed ask(Trial trial) {
    return inquiry().ask(trial);
  }

  /** Returns the directives that no request can reach. */
  public List<Shadow> shadows() {
    return shadows.get();
  }

  /** Tells whether a request was found that is redirected without end. */
  public boolean loops() {
    return search().endless().stream().anyMatch(Observed::isPlausible)
        || (tlsUpstream && search().behindTls().stream().anyMatch(Observed::isPlausible));
  }

  /** Returns what of the configuration could not be read; empty if all could. */
  public Optional<Gap> gap() {
    return gap;
  }

  /** Returns what of the configuration something else writes before a server reads it. */
  public Optional<Gap> unfilled() {
    return gap.filter(part -> part.kind() == Gap.Kind.UNFILLED);
  }

  /** Returns what can be proved of all requests together. */
  public Verdict proof() {
    return proof.get();
  }

  /** What was not read may lead requests elsewhere. */
  private static SearchResult search(
      Site site, Facts facts, Set<String> hosts, Front front, Optional<Gap> gap) {
    SearchResult found = SiteSearch.search(site, facts, hosts, front);
    return gap.map(part -> found.assuming(new Assumption(part.supposition(), true))).orElse(found);
  }

  private static Verdict supposing(Optional<Gap> gap, Verdict verdict) {
    return verdict instanceof Verdict.LoopFree proof
        ? proof.supposing(gap.stream().map(Gap::supposition).toList())
        : verdict;
  }

  /** A site without a name may be any that its redirects lead to. */
  private static List<String> others(Set<String> elsewhere) {
    return elsewhere.stream().sorted().map(host -> host + " is another site").toList();
  }

  private Verdict prove(Site site, Facts facts, Set<String> hosts, SearchResult search) {
    if (tlsUpstream) {
      return new Verdict.Undecided("proofs hold only where TLS ends in this server");
    }
    if (site instanceof GatewaySite) {
      return new Verdict.Undecided("proofs do not follow requests to the server behind this one");
    }
    if (site instanceof NginxSite nginx) {
      Verdict verdict =
          NginxAnalysis.decide(nginx.configuration(), facts, hosts, search.elsewhere());
      return verdict instanceof Verdict.LoopFree proof && site.nameless()
          ? proof.supposing(others(search.elsewhere()))
          : verdict;
    }
    GraphProof proof =
        HttpdGraph.decide(((HttpdSite) site).configuration(), hosts, search.elsewhere());
    return proof instanceof GraphProof.Ends ends
        ? new Verdict.LoopFree(ends.longestChain(), ends.suppositions())
        : new Verdict.Undecided(((GraphProof.Open) proof).reason());
  }
}
