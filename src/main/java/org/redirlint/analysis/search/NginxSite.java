package org.redirlint.analysis.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redirlint.model.Template;
import org.redirlint.model.nginx.Handler;
import org.redirlint.model.nginx.Listen;
import org.redirlint.model.nginx.Location;
import org.redirlint.model.nginx.LocationMatch;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.model.nginx.RewriteStep;
import org.redirlint.model.nginx.Scope;
import org.redirlint.model.nginx.Server;
import org.redirlint.model.nginx.ServerName;
import org.redirlint.model.nginx.Settings.Alias;
import org.redirlint.model.nginx.Settings.Root;
import org.redirlint.regex.MatchResult;
import org.redirlint.semantics.Domain;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.Simulator;
import org.redirlint.semantics.Strings;
import org.redirlint.semantics.TransitionSystem;
import org.redirlint.semantics.nginx.NginxSimulator;
import org.redirlint.semantics.nginx.NginxSystem;
import org.redirlint.semantics.nginx.ProxiedServers;

/** A configuration of nginx. */
public record NginxSite(NginxConfiguration configuration) implements Site {

  private static final int MOST_NAMES = 3;

  @Override
  public <V> TransitionSystem<V, ?> system(Domain<V> domain, Facts facts) {
    return new NginxSystem<>(domain, facts, configuration);
  }

  @Override
  public Simulator simulator(Facts facts, Strings strings) {
    return new NginxSimulator(configuration, facts, strings);
  }

  @Override
  public List<Entrance> entrances() {
    Set<Entrance> entrances = new LinkedHashSet<>();
    configuration.servers().forEach(server -> entrances.addAll(entrances(server)));
    return List.copyOf(entrances);
  }

  private static List<Entrance> entrances(Server server) {
    return server.listens().stream()
        .map((Listen listen) -> new Entrance(listen.ssl() ? "https" : "http", listen.port()))
        .distinct()
        .toList();
  }

  @Override
  public Seeds seeds() {
    Seeds seeds = new Seeds();
    NginxMaps maps = new NginxMaps(configuration);
    for (Server server : configuration.servers()) {
      List<String> hosts = hosts(server);
      seeds.everywhere(hosts, entrances(server));
      for (Entrance entrance : entrances(server)) {
        String host = hosts.get(0);
        server.scopes().forEach(scope -> maps.redirections(scope.steps(), entrance, host, seeds));
        collect(server.scope(), entrance, host, seeds);
      }
      NginxSources.add(server, maps, seeds.sources());
    }
    return seeds;
  }

  private static List<String> hosts(Server server) {
    List<String> hosts = new ArrayList<>();
    for (ServerName name : server.names()) {
      if (hosts.size() < MOST_NAMES) {
        if (name instanceof ServerName.Exact exact && exact.name().contains(".")) {
          hosts.add(exact.name());
        } else if (name instanceof ServerName.Wildcard wildcard) {
          String pattern = wildcard.pattern();
          hosts.add((pattern.startsWith(".") ? "www" + pattern : pattern).replace("*", "www"));
        }
      }
    }
    return hosts.isEmpty() ? List.of(Seeds.ANY_HOST) : hosts;
  }

  private static void collect(Scope scope, Entrance entrance, String host, Seeds seeds) {
    for (Location location : scope.locations().all()) {
      String name = location.name();
      if (location.match() instanceof LocationMatch.Exact) {
        seeds.redirection(entrance, host, name, target(location));
      } else if (!(location.match() instanceof LocationMatch.RegexMatch)) {
        seeds.redirection(entrance, host, name, target(location));
        if (scope.locations().all().size() < 200) {
          seeds.url(entrance, host, name + "a");
        }
      }
      collect(location.scope(), entrance, host, seeds);
    }
  }

  /** Returns where a location leads, as far as that is written. */
  private static Optional<String> target(Location location) {
    for (RewriteStep step : location.scope().steps()) {
      if (step instanceof RewriteStep.If) {
        return Optional.empty();
      }
      if (step instanceof RewriteStep.Return redirect && redirect.text().isPresent()) {
        return Redirection.target(redirect.text().get());
      }
      if (step instanceof RewriteStep.Rewrite rewrite
          && rewrite.status() != 0
          && rewrite.pattern().regex().match(location.name()) instanceof MatchResult.Matched) {
        return Redirection.target(rewrite.replacement());
      }
    }
    return Optional.empty();
  }

  @Override
  public List<Onward> onward() {
    List<Onward> onward = new ArrayList<>();
    ProxiedServers servers = new ProxiedServers(configuration.upstreams());
    for (Server server : configuration.servers()) {
      onward(server.scope(), "/", servers, onward);
      server
          .namedLocations()
          .values()
          .forEach(named -> onward(named.scope(), "/", servers, onward));
    }
    return onward;
  }

  private static void onward(
      Scope scope, String path, ProxiedServers servers, List<Onward> onward) {
    scope
        .handler()
        .flatMap(Handler::proxyPass)
        .filter(pass -> pass.url().isLiteral())
        .ifPresent(
            pass -> {
              String uri = ProxiedServers.uri(pass);
              boolean replaces = !uri.isEmpty() && !pass.location().isEmpty();
              onward.add(
                  new Onward(
                      servers.of(pass), replaces ? pass.location() : path, replaces ? uri : path));
            });
    scope.limitExcept().ifPresent(limits -> onward(limits.scope(), path, servers, onward));
    for (RewriteStep step : scope.steps()) {
      if (step instanceof RewriteStep.If condition) {
        condition.scope().ifPresent(inside -> onward(inside, path, servers, onward));
      }
    }
    scope
        .locations()
        .all()
        .forEach(location -> onward(location.scope(), prefix(location), servers, onward));
  }

  /** A regular expression may match anything. */
  private static String prefix(Location location) {
    return location.match() instanceof LocationMatch.RegexMatch ? "/" : location.name();
  }

  @Override
  public Set<String> roots() {
    return scopes()
        .map(scope -> scope.settings().root())
        .filter(NginxSite::isFolder)
        .map(root -> root.path().literalPrefix())
        .map(path -> path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
        .collect(Collectors.toSet());
  }

  /** What stands for a prefix without a slash at its end may be a file. */
  private static boolean isFolder(Root root) {
    String path = root.path().literalPrefix();
    return root.path().isLiteral()
        && path.length() > 1
        && (root.alias() == Alias.NONE || path.endsWith("/"));
  }

  @Override
  public Set<String> indices() {
    return scopes()
        .flatMap(scope -> scope.settings().index().stream())
        .filter(Template::isLiteral)
        .map(Template::literalPrefix)
        .collect(Collectors.toSet());
  }

  private Stream<Scope> scopes() {
    return configuration.servers().stream().flatMap(Server::scopes);
  }

  @Override
  public boolean nameless() {
    return configuration.servers().stream()
        .flatMap(server -> server.names().stream())
        .allMatch(name -> name instanceof ServerName.Exact exact && !exact.name().contains("."));
  }

  @Override
  public boolean isPartOfServer() {
    return configuration.servers().stream().anyMatch(server -> !server.isWritten());
  }

  /** nginx reads no files in folders. */
  @Override
  public Optional<Site> withOwnRules(String folder) {
    return Optional.empty();
  }

  @Override
  public boolean knowsServers() {
    return true;
  }
}
