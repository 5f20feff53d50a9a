package org.redirlint.resolve.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.model.nginx.Listen;
import org.redirlint.model.nginx.Location;
import org.redirlint.model.nginx.Scope;
import org.redirlint.model.nginx.Server;
import org.redirlint.model.nginx.ServerName;
import org.redirlint.model.nginx.Settings;
import org.redirlint.source.Origin;

/** Reads {@code server} blocks. */
final class ServerReader {

  private final Problems problems;
  private final Settings outer;
  private final Body http;

  ServerReader(Problems problems, Body http, Settings outer) {
    this.problems = problems;
    this.http = http;
    this.outer = outer;
  }

  /** Reads a block. */
  Server read(LoadedDirective block) {
    Body body = new Body(block.body());
    List<Listen> listens = listens(block.origin(), body);
    return server(block.origin(), block.body(), listens);
  }

  /** Reads directives that would stand in a server; it answers on both usual ports. */
  Server readFragment(Origin origin, List<LoadedDirective> directives) {
    return server(
        origin,
        directives,
        List.of(
            new Listen(origin, Listen.ANY, 80, false, true),
            new Listen(origin, Listen.ANY, 443, true, true)));
  }

  private Server server(Origin origin, List<LoadedDirective> directives, List<Listen> listens) {
    Body body = new Body(directives);
    List<ServerName> names = new ArrayList<>();
    ServerNameReader reader = new ServerNameReader(problems);
    body.all("server_name").forEach(directive -> names.addAll(reader.read(directive)));
    if (names.isEmpty()) {
      names.add(new ServerName.Exact(origin, ""));
    }
    ScopeReader scopes = new ScopeReader(problems, names);
    Scope scope = scopes.server(origin, directives, outer);
    Map<String, Location> named =
        scopes.named().stream()
            .collect(Collectors.toMap(Location::name, l -> l, (first, second) -> first));
    return new Server(
        origin,
        listens,
        names,
        flag(body, "merge_slashes", true),
        flag(body, "ignore_invalid_headers", true),
        flag(body, "underscores_in_headers", false),
        scope,
        named);
  }

  private List<Listen> listens(Origin origin, Body body) {
    ListenReader reader = new ListenReader(problems);
    boolean ssl = flag(body, "ssl", false);
    List<Listen> listens = new ArrayList<>();
    for (LoadedDirective directive : body.all("listen")) {
      reader
          .read(directive)
          .ifPresent(
              l ->
                  listens.add(
                      new Listen(
                          l.origin(), l.address(), l.port(), l.ssl() || ssl, l.defaultServer())));
    }
    if (!body.has("listen")) {
      listens.add(new Listen(origin, Listen.ANY, 80, ssl, false));
    }
    return listens;
  }

  private boolean flag(Body body, String name, boolean otherwise) {
    Optional<LoadedDirective> directive = body.last(name).or(() -> http.last(name));
    return directive.map(d -> d.argument(0).equalsIgnoreCase("on")).orElse(otherwise);
  }
}
