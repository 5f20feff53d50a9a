package org.redirlint.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.redirlint.model.nginx.Listen;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.model.nginx.RewriteStep;
import org.redirlint.model.nginx.Scope;
import org.redirlint.model.nginx.Server;
import org.redirlint.model.nginx.ServerName;
import org.redirlint.regex.Language;
import org.redirlint.regex.TextSet;
import org.redirlint.semantics.Facts;

/** Decides what all requests come to that an nginx answers. */
public final class NginxAnalysis {

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
        new Attempts(new AllRequests(entrances, served, hosts, elsewhere), configuration, facts)
            .decide();
    if (!(verdict instanceof Verdict.LoopFree proof)) {
      return verdict;
    }
    return redirectsTheUnreadable(configuration)
        ? new Verdict.Undecided("requests that nginx cannot read are redirected, too")
        : proof.supposing(unread(configuration));
  }

  /** Returns what is supposed of code and modules that answer requests and are not read. */
  private static List<String> unread(NginxConfiguration configuration) {
    return configuration.servers().stream()
        .flatMap(Server::scopes)
        .flatMap(NginxAnalysis::unread)
        .distinct()
        .toList();
  }

  private static Stream<String> unread(Scope scope) {
    Stream<String> answers =
        scope.handler().stream()
            .filter(handler -> !handler.isRead())
            .map(handler -> "what " + handler.directive() + " answers does not lead back");
    Stream<String> access =
        scope.settings().access().code().stream()
            .map(code -> "what " + code.directive() + " does leads nowhere back");
    return Stream.of(answers, access, computed(scope.steps())).flatMap(clauses -> clauses);
  }

  private static Stream<String> computed(List<RewriteStep> steps) {
    return steps.stream()
        .flatMap(
            step -> {
              if (step instanceof RewriteStep.If test) {
                return computed(test.steps());
              }
              return step instanceof RewriteStep.Computed set && set.runsCode()
                  ? Stream.of(set.directive() + " changes nothing but $" + set.variable())
                  : Stream.of();
            });
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
