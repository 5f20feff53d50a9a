package org.redirlint.resolve.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.nginx.Handler;
import org.redirlint.model.nginx.Location;
import org.redirlint.model.nginx.Locations;
import org.redirlint.model.nginx.RewriteStep;
import org.redirlint.model.nginx.RewriteStep.Break;
import org.redirlint.model.nginx.RewriteStep.Computed;
import org.redirlint.model.nginx.RewriteStep.If;
import org.redirlint.model.nginx.Scope;
import org.redirlint.model.nginx.Scope.LimitExcept;
import org.redirlint.model.nginx.ServerName;
import org.redirlint.model.nginx.Settings;
import org.redirlint.model.nginx.Settings.Alias;
import org.redirlint.model.nginx.TryFiles;
import org.redirlint.source.Origin;

/** Reads what holds in a server, a location, an {@code if}, a {@code limit_except}. */
final class ScopeReader {

  private static final Set<String> HANDLERS =
      Set.of(
          "proxy_pass",
          "fastcgi_pass",
          "uwsgi_pass",
          "scgi_pass",
          "grpc_pass",
          "memcached_pass",
          "redis_pass",
          "redis2_pass",
          "postgres_pass",
          "drizzle_pass",
          "passenger_pass",
          "stub_status",
          "empty_gif",
          "flv",
          "mp4",
          "hls",
          "perl",
          "js_content",
          "echo",
          "content_by_lua",
          "content_by_lua_block",
          "content_by_lua_file",
          "api",
          "status",
          "rtmp_stat",
          "vhost_traffic_status_display",
          "random_index");

  private final Problems problems;
  private final RewriteReader rewrites;
  private final ConditionReader conditions;
  private final TryFilesReader tryFiles;
  private final List<ServerName> names;
  private final List<Location> named = new ArrayList<>();

  ScopeReader(Problems problems, List<ServerName> names) {
    this.problems = problems;
    this.rewrites = new RewriteReader(problems);
    this.conditions = new ConditionReader(problems);
    this.tryFiles = new TryFilesReader(problems);
    this.names = names;
  }

  /** Returns the named locations met so far. */
  List<Location> named() {
    return named;
  }

  /** Reads a server's body. */
  Scope server(Origin origin, List<LoadedDirective> directives, Settings outer) {
    Body body = new Body(directives);
    Settings settings = settings(body, outer, Alias.NONE, "");
    return new Scope(
        origin,
        settings,
        steps(body, Optional.empty(), Alias.NONE, ""),
        tryFiles(body),
        handler(body, ""),
        Optional.empty(),
        locations(body, Optional.empty(), settings, false));
  }

  private Locations locations(
      Body body, Optional<LocationName> outer, Settings settings, boolean internal) {
    List<Location> locations = new ArrayList<>();
    LocationNameReader reader = new LocationNameReader(problems, outer);
    for (LoadedDirective block : body.all("location")) {
      Optional<LocationName> name = reader.read(block);
      if (name.isPresent()) {
        Location location = location(block, name.get(), settings, internal);
        (name.get().isNamed() ? named : locations).add(location);
      }
    }
    return locations.isEmpty() ? Locations.NONE : new Locations(locations);
  }

  private Location location(
      LoadedDirective block, LocationName name, Settings outer, boolean outerInternal) {
    Body body = new Body(block.body());
    boolean internal = outerInternal || body.has("internal");
    Alias alias = name.isRegex() ? Alias.WHOLE : Alias.PREFIX;
    String uri = name.text();
    Settings settings = settings(body, outer, alias, uri);
    Scope scope =
        new Scope(
            block.origin(),
            settings,
            steps(body, Optional.of(settings), alias, uri),
            tryFiles(body),
            handler(body, name.isRegex() || name.isNamed() ? "" : uri),
            limitExcept(body, settings),
            locations(body, Optional.of(name), settings, internal));
    return new Location(block.origin(), name.match(), internal, scope);
  }

  private Settings settings(Body body, Settings outer, Alias alias, String uri) {
    return new SettingsReader(problems, body).read(outer, alias, uri, names);
  }

  private Optional<TryFiles> tryFiles(Body body) {
    return body.last("try_files").flatMap(tryFiles::read);
  }

  private static Optional<Handler> handler(Body body, String location) {
    List<LoadedDirective> handlers = body.named(HANDLERS);
    if (handlers.isEmpty()) {
      return Optional.empty();
    }
    LoadedDirective last = handlers.get(handlers.size() - 1);
    return Optional.of(
        new Handler(
            last.origin(), last.name(), last.argument(0), ProxyReader.pass(last, location)));
  }

  private Optional<LimitExcept> limitExcept(Body body, Settings outer) {
    return body.last("limit_except")
        .map(
            block -> {
              List<String> allowed = new ArrayList<>();
              for (Argument method : block.arguments()) {
                allowed.add(method.value());
                if (method.value().equals("GET")) {
                  allowed.add("HEAD");
                }
              }
              Body inner = new Body(block.body());
              return new LimitExcept(allowed, bare(block, inner, outer, Alias.NONE, ""));
            });
  }

  /** A scope without directives of the rewrite module and without locations. */
  private Scope bare(LoadedDirective block, Body body, Settings outer, Alias alias, String uri) {
    return new Scope(
        block.origin(),
        settings(body, outer, alias, uri),
        List.of(),
        Optional.empty(),
        handler(body, ""),
        Optional.empty(),
        Locations.NONE);
  }

  private List<RewriteStep> steps(Body body, Optional<Settings> location, Alias alias, String uri) {
    List<RewriteStep> steps = new ArrayList<>();
    for (LoadedDirective directive : body.all()) {
      switch (directive.name()) {
        case "rewrite" -> rewrites.rewrite(directive).ifPresent(steps::add);
        case "return" -> rewrites.answer(directive).ifPresent(steps::add);
        case "set" -> rewrites.set(directive).ifPresent(steps::add);
        case "break" -> steps.add(new Break(directive.origin()));
        case "if" -> branch(directive, location, alias, uri).ifPresent(steps::add);
        default -> {
          String variable = directive.argument(0);
          if (directive.name().startsWith("set_") && variable.startsWith("$")) {
            steps.add(
                new Computed(
                    directive.origin(),
                    directive.name(),
                    variable.substring(1).toLowerCase(Locale.ROOT)));
          }
        }
      }
    }
    return steps;
  }

  private Optional<RewriteStep> branch(
      LoadedDirective block, Optional<Settings> location, Alias alias, String uri) {
    Body body = new Body(block.body());
    return conditions
        .read(block)
        .map(
            condition ->
                new If(
                    block.origin(),
                    condition,
                    steps(body, Optional.empty(), alias, uri),
                    location.map(outer -> bare(block, body, outer, alias, uri))));
  }
}
