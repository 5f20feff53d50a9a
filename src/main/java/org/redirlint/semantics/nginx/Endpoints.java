package org.redirlint.semantics.nginx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.http.Request;
import org.redirlint.model.nginx.Listen;
import org.redirlint.model.nginx.Server;

/** The addresses a configuration listens on. */
final class Endpoints {

  private final List<Endpoint> all = new ArrayList<>();

  /** Takes the servers, and the name of the machine they run on. */
  Endpoints(List<Server> servers, Optional<String> hostname) {
    Map<String, List<Server>> grouped = new LinkedHashMap<>();
    Map<String, Listen> listens = new LinkedHashMap<>();
    Map<String, Server> defaults = new LinkedHashMap<>();
    Map<String, Boolean> ssl = new LinkedHashMap<>();
    for (Server server : servers) {
      Set<String> own = new HashSet<>();
      for (Listen listen : server.listens()) {
        String key = listen.address() + ":" + listen.port();
        List<Server> there = grouped.computeIfAbsent(key, k -> new ArrayList<>());
        if (own.add(key)) {
          there.add(server);
        }
        listens.putIfAbsent(key, listen);
        ssl.merge(key, listen.ssl(), Boolean::logicalOr);
        if (listen.defaultServer()) {
          defaults.putIfAbsent(key, server);
        }
      }
    }
    listens.forEach(
        (key, listen) -> {
          List<Server> there = grouped.getOrDefault(key, List.of());
          all.add(
              Endpoint.of(
                  listen.address(),
                  listen.port(),
                  ssl.getOrDefault(key, false),
                  defaults.getOrDefault(key, there.get(0)),
                  there,
                  hostname));
        });
  }

  /** Returns every endpoint, in the order the configuration names them. */
  List<Endpoint> all() {
    return all;
  }

  /**
   * Returns where a request comes in. Where it names no port, that is the scheme's default port (80
   * or 8080, 443 or 8443), else the first there is.
   */
  Optional<Endpoint> of(Request request) {
    if (request.port().isPresent()) {
      return onPort(request, request.port().getAsInt());
    }
    boolean https = request.scheme().equals("https");
    return onPort(request, https ? 443 : 80)
        .or(() -> onPort(request, https ? 8443 : 8080))
        .or(() -> all.stream().findFirst());
  }

  /**
   * Returns who answers a URL: whoever speaks its scheme on its port, or on the port that stands
   * for the default one where a proxy or container maps ports (8080 for 80, 8443 for 443).
   */
  Optional<Endpoint> serving(boolean tls, int port) {
    return speaking(tls, port)
        .or(() -> port == (tls ? 443 : 80) ? speaking(tls, tls ? 8443 : 8080) : Optional.empty());
  }

  /**
   * Returns everybody who may answer a URL, as the address of its host is not known. Addresses at
   * which the same servers answer are one.
   */
  List<Endpoint> everyServing(boolean tls, int port) {
    List<Endpoint> serving = new ArrayList<>();
    Optional<Endpoint> first = serving(tls, port);
    for (Endpoint endpoint : all) {
      boolean there =
          first.isPresent() && endpoint.port() == first.get().port() && endpoint.ssl() == tls;
      if (there && serving.stream().noneMatch(endpoint::answersLike)) {
        serving.add(endpoint);
      }
    }
    return serving;
  }

  private Optional<Endpoint> speaking(boolean tls, int port) {
    return all.stream()
        .filter(endpoint -> endpoint.port() == port && endpoint.ssl() == tls)
        .findFirst();
  }

  /** The address itself, else all addresses, else the first that has the port. */
  private Optional<Endpoint> onPort(Request request, int port) {
    String wanted = request.address().orElse(Listen.ANY);
    Optional<Endpoint> any = Optional.empty();
    Optional<Endpoint> first = Optional.empty();
    for (Endpoint endpoint : all) {
      if (endpoint.port() == port) {
        if (endpoint.address().equals(wanted)) {
          return Optional.of(endpoint);
        }
        if (any.isEmpty() && endpoint.address().equals(Listen.ANY)) {
          any = Optional.of(endpoint);
        }
        if (first.isEmpty()) {
          first = Optional.of(endpoint);
        }
      }
    }
    return any.isPresent() ? any : first;
  }
}
