package org.redirlint.analysis;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.redirlint.model.nginx.Listen;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.model.nginx.Server;
import org.redirlint.model.nginx.ServerName;
import org.redirlint.regex.Language;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.FileStatus;
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
   * proof supposes it to be there.
   */
  private static Verdict decide(
      AllRequests requests, NginxConfiguration configuration, Facts facts) {
    Verdict first = decide(requests, configuration, facts, Map.of());
    Verdict verdict = first;
    Map<String, FileStatus> supposed = new TreeMap<>();
    while (verdict instanceof Verdict.Loops loops && supposed.size() < MOST_FILES) {
      int before = supposed.size();
      loops
          .witnesses()
          .forEach(
              witness -> witness.missing().forEach(path -> supposed.put(path, FileStatus.FILE)));
      if (supposed.size() == before) {
        return first;
      }
      verdict = decide(requests, configuration, facts, supposed);
    }
    return verdict instanceof Verdict.LoopFree proof
        ? new Verdict.LoopFree(
            proof.longestChain(),
            supposed.keySet().stream().map(path -> path + " is a file").toList())
        : first;
  }

  private static Verdict decide(
      AllRequests requests,
      NginxConfiguration configuration,
      Facts facts,
      Map<String, FileStatus> supposed) {
    Facts world = new World(facts, supposed, Optional.empty());
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
