package org.redirlint.analysis.search;

import org.redirlint.model.httpd.PrefixIndex;
import org.redirlint.model.nginx.Location;
import org.redirlint.model.nginx.LocationMatch;
import org.redirlint.model.nginx.RewriteStep;
import org.redirlint.model.nginx.Scope;
import org.redirlint.model.nginx.Server;

/** Reads off a server of nginx which paths it may redirect. */
final class NginxSources {

  private NginxSources() {}

  /** Adds what a server may redirect. */
  static void add(Server server, NginxMaps maps, Sources sources) {
    for (RewriteStep step : server.scope().steps()) {
      if (step instanceof RewriteStep.Rewrite rewrite) {
        sources.pattern(PrefixIndex.Key.of(rewrite.pattern().regex()));
      } else if (leads(step) && !maps.sources(step, sources)) {
        sources.anything();
      }
    }
    if (server.namedLocations().values().stream().anyMatch(named -> leads(named.scope()))) {
      sources.anything();
    }
    locations(server.scope(), sources);
  }

  private static void locations(Scope scope, Sources sources) {
    for (Location location : scope.locations().all()) {
      String name = location.name();
      if (leads(location.scope())) {
        if (location.match() instanceof LocationMatch.Exact) {
          sources.path(name);
        } else if (location.match() instanceof LocationMatch.RegexMatch regex) {
          sources.pattern(PrefixIndex.Key.of(regex.pattern().regex()));
        } else {
          sources.pattern(new PrefixIndex.Key(name, false, false));
        }
      }
      if (location.redirectsToSlash()) {
        sources.path(name.substring(0, name.length() - 1));
      }
      locations(location.scope(), sources);
    }
  }

  private static boolean leads(Scope scope) {
    return scope.steps().stream().anyMatch(NginxSources::leads);
  }

  private static boolean leads(RewriteStep step) {
    if (step instanceof RewriteStep.If test) {
      return test.steps().stream().anyMatch(NginxSources::leads);
    }
    return step instanceof RewriteStep.Rewrite
        || (step instanceof RewriteStep.Return answer && answer.text().isPresent());
  }
}
