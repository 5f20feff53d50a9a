package org.redirlint.resolve.nginx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.nginx.Listen;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.model.nginx.Server;
import org.redirlint.model.nginx.ServerName;
import org.redirlint.model.nginx.Settings;
import org.redirlint.model.nginx.Settings.Alias;
import org.redirlint.model.nginx.VariableDefinition;
import org.redirlint.source.Origin;
import org.redirlint.source.Span;

/**
 * From the directives of a configuration to what nginx would load. A file that holds only what
 * belongs into {@code http}, or into a {@code server}, is read as if it stood there.
 */
public final class NginxResolver {

  private static final Set<String> OF_MAIN =
      Set.of("http", "events", "stream", "mail", "worker_processes", "load_module");
  private static final Set<String> OF_HTTP =
      Set.of("server", "map", "geo", "split_clients", "upstream");

  private final Problems problems = new Problems();

  private NginxResolver() {}

  /** Resolves a configuration. */
  public static NginxResult resolve(LoadedConfiguration configuration) {
    return new NginxResolver().read(configuration);
  }

  /** Returns where a fragment's directives would stand. */
  private static Context contextOf(List<LoadedDirective> directives) {
    if (directives.stream().anyMatch(d -> OF_MAIN.contains(d.name()))) {
      return Context.MAIN;
    }
    boolean http = directives.stream().anyMatch(d -> OF_HTTP.contains(d.name()));
    boolean locations = directives.stream().anyMatch(d -> d.name().equals("location"));
    return http && (holdsServers(directives) || !locations) ? Context.HTTP : Context.SERVER;
  }

  private static boolean holdsServers(List<LoadedDirective> directives) {
    return directives.stream().anyMatch(directive -> directive.name().equals("server"));
  }

  private NginxResult read(LoadedConfiguration configuration) {
    List<LoadedDirective> directives = configuration.directives();
    Context context = contextOf(directives);
    checkContext(directives, context);
    Origin origin = Origin.of(configuration.main().source(), new Span(0, 0));
    NginxConfiguration resolved =
        switch (context) {
          case MAIN -> http(directives.stream().filter(d -> d.name().equals("http")).toList());
          case HTTP -> http(new Body(directives));
          default -> fragment(origin, directives);
        };
    return new NginxResult(resolved, problems.found());
  }

  /**
   * A fragment may stand wherever nginx takes it: the context that refuses least is meant. A whole
   * file has none but its own, nor has one that holds servers; and a server that passes connections
   * on belongs to another module.
   */
  private void checkContext(List<LoadedDirective> directives, Context guessed) {
    List<Context> possible =
        guessed == Context.MAIN || holdsServers(directives)
            ? List.of(guessed)
            : List.of(guessed, Context.HTTP, Context.SERVER, Context.LOCATION);
    Optional<Problems> least =
        possible.stream()
            .map(context -> check(directives, context))
            .min(Comparator.comparingInt(found -> found.found().size()));
    if (guessed == Context.MAIN || !passesConnections(directives)) {
      problems.addAll(least.orElseThrow());
    }
  }

  private static Problems check(List<LoadedDirective> directives, Context context) {
    Problems found = new Problems();
    new ContextCheck(found).check(directives, context);
    return found;
  }

  private static boolean passesConnections(List<LoadedDirective> directives) {
    return directives.stream()
        .filter(directive -> directive.name().equals("server"))
        .flatMap(server -> server.body().stream())
        .anyMatch(directive -> directive.name().equals("proxy_pass"));
  }

  private NginxConfiguration http(List<LoadedDirective> blocks) {
    return http(new Body(blocks.stream().flatMap(block -> block.body().stream()).toList()));
  }

  private NginxConfiguration http(Body body) {
    Settings settings = settings(body);
    ServerReader reader = new ServerReader(problems, body, settings);
    List<Server> servers = new ArrayList<>();
    for (LoadedDirective block : body.all("server")) {
      Server server = reader.read(block);
      if (!server.listens().isEmpty()) {
        servers.add(server);
      }
    }
    checkDefaults(servers);
    checkNames(servers);
    return new NginxConfiguration(servers, variables(body), ProxyReader.upstreams(body));
  }

  private NginxConfiguration fragment(Origin origin, List<LoadedDirective> directives) {
    Body none = new Body(List.of());
    ServerReader reader = new ServerReader(problems, none, SettingsReader.DEFAULT);
    Body body = new Body(directives);
    return new NginxConfiguration(
        List.of(reader.readFragment(origin, directives)),
        variables(body),
        ProxyReader.upstreams(body));
  }

  private Settings settings(Body http) {
    return new SettingsReader(problems, http)
        .read(SettingsReader.DEFAULT, Alias.NONE, "", List.<ServerName>of());
  }

  private Map<String, VariableDefinition> variables(Body body) {
    return new VariableReader(problems).read(body.all());
  }

  /** An address has one default server at most. */
  private void checkDefaults(List<Server> servers) {
    Map<String, Server> defaults = new HashMap<>();
    for (Server server : servers) {
      Set<String> own = new HashSet<>();
      for (Listen listen : server.listens()) {
        String address = address(listen);
        if (!own.add(address)) {
          problems.add(listen.origin(), "a duplicate listen " + address);
        } else if (listen.defaultServer() && defaults.putIfAbsent(address, server) != null) {
          problems.add(listen.origin(), "a duplicate default server for " + address);
        }
      }
    }
  }

  /** nginx looks closer at names where several servers listen on an address. */
  private void checkNames(List<Server> servers) {
    Map<String, List<Server>> byAddress = new LinkedHashMap<>();
    for (Server server : servers) {
      for (Listen listen : server.listens()) {
        byAddress.computeIfAbsent(address(listen), first -> new ArrayList<>()).add(server);
      }
    }
    byAddress.forEach(
        (address, sharing) -> {
          if (sharing.size() > 1) {
            sharing.forEach(server -> checkNames(server, address));
          }
        });
  }

  private void checkNames(Server server, String address) {
    for (ServerName name : server.names()) {
      if (name instanceof ServerName.Exact exact && ServerNameReader.isMisplaced(exact.name())) {
        problems.add(
            exact.origin(),
            "invalid server name or wildcard \"" + exact.name() + "\" on " + address);
      }
    }
  }

  private static String address(Listen listen) {
    return (listen.address().equals(Listen.ANY) ? "0.0.0.0" : listen.address())
        + ":"
        + listen.port();
  }
}
