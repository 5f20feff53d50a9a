package org.redirlint.analysis.reachability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.redirlint.analysis.reachability.Shadow.Kind;
import org.redirlint.model.Template;
import org.redirlint.model.nginx.Location;
import org.redirlint.model.nginx.LocationMatch;
import org.redirlint.model.nginx.Locations;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.model.nginx.RewriteStep;
import org.redirlint.model.nginx.Scope;
import org.redirlint.model.nginx.Server;
import org.redirlint.model.nginx.TryFiles;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;

/**
 * Directives of nginx that no request can reach: rewrite directives behind one that ends them all,
 * locations of a server that answers everything by itself, and locations whose paths are all
 * matched by an earlier one.
 *
 * @see <a href="https://nginx.org/en/docs/http/ngx_http_rewrite_module.html">rewrite module</a>
 * @see <a href="https://nginx.org/en/docs/http/ngx_http_core_module.html#location">location</a>
 */
final class NginxShadows {

  /** More patterns of one level than these are not compared with each other. */
  private static final int MOST_PATTERNS = 200;

  private final Consumer<Shadow> found;
  private final Paths paths;

  private NginxShadows(Consumer<Shadow> found, Paths paths) {
    this.found = found;
    this.paths = paths;
  }

  static void of(NginxConfiguration configuration, Consumer<Shadow> found) {
    boolean slashed =
        configuration.servers().stream()
            .allMatch(
                server ->
                    keepsSlash(server.scope())
                        && server.namedLocations().values().stream()
                            .allMatch(named -> keepsSlash(named.scope())));
    Language universe = slashed ? Language.startingWith("/") : Language.ALL;
    NginxShadows shadows = new NginxShadows(found, new Paths(universe));
    configuration.servers().forEach(shadows::server);
  }

  /** Tells whether all paths that a block leads to begin with a slash, as those of requests do. */
  private static boolean keepsSlash(Scope scope) {
    return scope.steps().stream().allMatch(NginxShadows::keepsSlash)
        && scope
            .tryFiles()
            .filter(files -> files.fallback() instanceof TryFiles.Uri to && !isPath(to.uri()))
            .isEmpty()
        && scope.locations().all().stream().allMatch(inner -> keepsSlash(inner.scope()));
  }

  private static boolean keepsSlash(RewriteStep step) {
    if (step instanceof RewriteStep.Rewrite rewrite) {
      return rewrite.status() != 0 || isPath(rewrite.replacement().get(0));
    }
    return !(step instanceof RewriteStep.If condition)
        || condition.steps().stream().allMatch(NginxShadows::keepsSlash);
  }

  private static boolean isPath(Template text) {
    return text.literalPrefix().startsWith("/") || text.literalPrefix().startsWith("@");
  }

  private void server(Server server) {
    scope(server.scope());
    server.namedLocations().values().forEach(named -> scope(named.scope()));
    answersAll(server.scope().steps())
        .ifPresent(step -> behind(step, locations(server.scope().locations())));
  }

  private void behind(RewriteStep step, List<Location> locations) {
    boolean catchAll =
        StepShadows.leads(step) && locations.stream().anyMatch(NginxShadows::isSpecific);
    for (Location location : locations) {
      found.accept(
          new Shadow(
                  location.origin(),
                  catchAll ? Kind.BEHIND_CATCH_ALL : Kind.COVERED,
                  "the server answers every request before it looks for a location",
                  Optional.of(step.origin()))
              .meantFor(sample(location)));
    }
  }

  private Optional<String> sample(Location location) {
    LocationMatch match = location.match();
    if (match instanceof LocationMatch.Exact exact) {
      return Optional.of(exact.uri());
    }
    if (match instanceof LocationMatch.Prefix prefix) {
      return Optional.of(prefix.prefix());
    }
    return match instanceof LocationMatch.RegexMatch
        ? paths.sample(regex(location))
        : Optional.empty();
  }

  private static boolean isSpecific(Location location) {
    return !(location.match() instanceof LocationMatch.Prefix all && all.prefix().equals("/"));
  }

  /** Named locations are reached from elsewhere, without what the server does first. */
  private static List<Location> locations(Locations locations) {
    return locations.all().stream()
        .filter(location -> !(location.match() instanceof LocationMatch.Named))
        .toList();
  }

  private void scope(Scope scope) {
    new StepShadows(paths, found).of(scope.steps());
    patterns(scope.locations());
    scope.locations().all().forEach(location -> scope(location.scope()));
  }

  /** Returns the step that answers every request, if none gets past it. */
  private Optional<RewriteStep> answersAll(List<RewriteStep> steps) {
    for (RewriteStep step : steps) {
      if (step instanceof RewriteStep.Return
          || (step instanceof RewriteStep.Rewrite rewrite
              && rewrite.status() != 0
              && paths.coversAll(rewrite.pattern().regex()))) {
        return Optional.of(step);
      }
      if (goesOn(step)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Tells whether a step may end the rewriting without an answer. */
  private static boolean goesOn(RewriteStep step) {
    if (step instanceof RewriteStep.Rewrite rewrite) {
      return rewrite.status() == 0 && rewrite.flag() != RewriteStep.Flag.NONE;
    }
    return step instanceof RewriteStep.Break
        || (step instanceof RewriteStep.If condition
            && condition.steps().stream().anyMatch(NginxShadows::goesOn));
  }

  private void patterns(Locations level) {
    List<Location> earlier = new ArrayList<>();
    for (Location location : level.patterns()) {
      if (earlier.size() == MOST_PATTERNS) {
        return;
      }
      pattern(location, earlier);
      earlier.add(location);
    }
    for (Location location : level.all()) {
      if (location.match() instanceof LocationMatch.Prefix prefix
          && location.scope().locations().all().isEmpty()
          && !location.redirectsToSlash()) {
        Language all = Language.startingWith(prefix.prefix());
        earlier.stream()
            .filter(wide -> paths.covers(regex(wide), all))
            .findFirst()
            .ifPresent(wide -> covered(location, wide));
      }
    }
  }

  private void pattern(Location location, List<Location> earlier) {
    if (paths.isVain(regex(location))) {
      found.accept(
          new Shadow(
              location.origin(),
              Kind.COVERED,
              "every path begins with a slash, and none of these is matched",
              Optional.empty()));
      return;
    }
    earlier.stream()
        .filter(wide -> paths.covers(regex(wide), regex(location)))
        .findFirst()
        .ifPresent(wide -> covered(location, wide));
  }

  private static Regex regex(Location location) {
    return ((LocationMatch.RegexMatch) location.match()).pattern().regex();
  }

  private void covered(Location location, Location wide) {
    found.accept(
        new Shadow(
            location.origin(),
            Kind.COVERED,
            "location " + wide.match() + " takes all its paths",
            Optional.of(wide.origin())));
  }
}
