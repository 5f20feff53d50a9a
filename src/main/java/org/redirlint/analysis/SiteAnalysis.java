package org.redirlint.analysis;

import java.util.Set;
import org.redirlint.analysis.search.NginxSite;
import org.redirlint.analysis.search.Observed;
import org.redirlint.analysis.search.SearchResult;
import org.redirlint.analysis.search.Site;
import org.redirlint.analysis.search.SiteSearch;
import org.redirlint.regex.Lazy;
import org.redirlint.semantics.Facts;

/** What comes of all requests to a site; each part is worked out when it is first asked for. */
public final class SiteAnalysis {

  private final String scope;
  private final boolean tlsUpstream;
  private final Lazy<SearchResult> search;
  private final Lazy<Verdict> proof;

  /**
   * Takes a site.
   *
   * @param scope what the site is called: a file or a folder
   * @param facts what is known of the world
   * @param hosts further hosts that lead back to the site, in lower case
   * @param tlsUpstream whether TLS is known to end before the server
   */
  public SiteAnalysis(
      String scope, Site site, Facts facts, Set<String> hosts, boolean tlsUpstream) {
    this.scope = scope;
    this.tlsUpstream = tlsUpstream;
    this.search = new Lazy<>(() -> SiteSearch.search(site, facts, hosts));
    this.proof = new Lazy<>(() -> prove(site, facts, hosts));
  }

  /** Returns what the site is called. */
  public String scope() {
    return scope;
  }

  /** Tells whether TLS is known to end before the server. */
  public boolean tlsUpstream() {
    return tlsUpstream;
  }

  /** Returns what was found by trying. */
  public SearchResult search() {
    return search.get();
  }

  /** Tells whether a request was found that is redirected without end. */
  public boolean loops() {
    return search().endless().stream().anyMatch(Observed::isPlausible);
  }

  /** Returns what can be proved of all requests together. */
  public Verdict proof() {
    return proof.get();
  }

  private static Verdict prove(Site site, Facts facts, Set<String> hosts) {
    return site instanceof NginxSite nginx
        ? NginxAnalysis.decide(nginx.configuration(), facts, hosts)
        : new Verdict.Undecided("not all requests to httpd can be followed at once yet");
  }
}
