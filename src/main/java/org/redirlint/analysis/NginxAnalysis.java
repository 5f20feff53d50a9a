package org.redirlint.analysis;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import org.redirlint.model.nginx.Listen;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.model.nginx.Server;
import org.redirlint.model.nginx.ServerName;
import org.redirlint.regex.Language;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.nginx.NginxSimulator;
import org.redirlint.semantics.nginx.NginxSystem;

/** Decides what all requests come to that an nginx answers. */
public final class NginxAnalysis {

  /** How many files are supposed to be there. */
  private static final int MOST_FILES = 8;

  private NginxAnalysis() {}

  /**
   * Decides whether a configuration redirects any request without end.
   *
   * @param configuration the configuration
   * @param facts what is known of the world
   * @param hosts further hosts that lead back to it, in lower case
   * @param elsewhere hosts that lead elsewhere, in lower case
   */
  public static Verdict decide(
      NginxConfiguration configuration, Facts facts, Set<String> hosts, Set<String> elsewhere) {
    Set<Entrance> entrances = new LinkedHashSet<>();
    Language served = Language.NONE;
    for (Server server : configuration.servers()) {
      for (Listen listen : server.listens()) {
        entrances.add(new Entrance(listen.ssl() ? "https" : "http", listen.port()));
      }
      served = served.union(names(server));
    }
    Verdict verdict =
        decide(new AllRequests(entrances, served, hosts, elsewhere), configuration, facts);
    return verdict instanceof Verdict.LoopFree && redirectsTheUnreadable(configuration)
        ? new Verdict.Undecided("requests that nginx cannot read are redirected, too")
        : verdict;
  }

  /**
   * Where only requests go in circles for which a file is missing that the configuration names, the
   * proof supposes it to be there; where nothing is decided, that no directory has the name of such
   * a file.
   */
  private static Verdict decide(
      AllRequests requests, NginxConfiguration configuration, Facts facts) {
    SortedSet<String> names = NamedFiles.of(configuration);
    Supposed supposed = Supposed.NOTHING;
    Verdict first = decide(requests, configuration, new World(facts, supposed));
    Verdict verdict = first;
    while (!(verdict instanceof Verdict.LoopFree)) {
      Supposed more = withMissing(supposed, verdict);
      if (more.equals(supposed) && !isCertain(verdict)) {
        more = supposed.withNames(names);
      }
      if (more.equals(supposed) || more.files().size() > MOST_FILES) {
        return first;
      }
      supposed = more;
      verdict = decide(requests, configuration, new World(facts, supposed));
    }
    return ((Verdict.LoopFree) verdict).supposing(supposed.clauses());
  }

  private static Supposed withMissing(Supposed supposed, Verdict verdict) {
    Supposed more = supposed;
    if (verdict instanceof Verdict.Loops loops) {
      for (Witness witness : loops.witnesses()) {
        more = more.withFiles(witness.missing());
      }
    }
    return more;
  }

  private static boolean isCertain(Verdict verdict) {
    return verdict instanceof Verdict.Loops loops
        && loops.witnesses().stream().anyMatch(witness -> witness.assumptions().isEmpty());
  }

  private static Verdict decide(
      AllRequests requests, NginxConfiguration configuration, World world) {
    return requests.decide(
        world,
        domain -> new NginxSystem<>(domain, world, configuration),
        files -> new NginxSimulator(configuration, files));
  }

  /** A percent sign without two digits is answered 400, before anything else is looked at. */
  private static boolean redirectsTheUnreadable(NginxConfiguration configuration) {
    return configuration.servers().stream()
        .flatMap(server -> server.scope().settings().errorPages().pages().stream())
        .anyMatch(page -> page.status() == 400 && leadsOut(page.page().literalPrefix()));
  }

  /** What is neither a path nor a named location is sent to the client as a Location. */
  private static boolean leadsOut(String page) {
    return !page.startsWith("/") && !page.startsWith("@");
  }

  private static Language names(Server server) {
    Language names = Language.NONE;
    for (ServerName name : server.names()) {
      if (name instanceof ServerName.Exact exact) {
        names = names.union(Language.of(exact.name()));
      } else if (name instanceof ServerName.Wildcard wildcard) {
        String pattern = wildcard.pattern();
        TextSet hosts =
            pattern.endsWith("*")
                ? TextSet.startingWith(pattern.substring(0, pattern.length() - 1))
                : TextSet.endingWith(pattern.substring(pattern.indexOf('.')));
        names = names.union(Language.of(hosts)).union(bare(pattern));
      } else if (name instanceof ServerName.RegexName regex) {
        names = names.union(regex.pattern().regex().match(Browser.HOSTS).matching());
      }
    }
    return names;
  }

  private static Language bare(String pattern) {
    return pattern.startsWith(".") ? Language.of(pattern.substring(1)) : Language.NONE;
  }
}
