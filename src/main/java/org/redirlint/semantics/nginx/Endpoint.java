package org.redirlint.semantics.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.model.nginx.Listen;
import org.redirlint.model.nginx.NameTable;
import org.redirlint.model.nginx.Server;
import org.redirlint.model.nginx.ServerName;
import org.redirlint.model.nginx.ServerName.RegexName;
import org.redirlint.regex.MatchResult;

/**
 * An address and port, and the servers that answer there.
 *
 * @param address the address, {@code *} for all
 * @param port the port
 * @param ssl whether connections are TLS
 * @param defaultServer who answers for unknown names
 * @param servers all its servers, in the order written
 * @param names the servers by name
 * @param patterns the servers by regular expression, in the order written
 * @param onHostname the server of the machine's own name, where that is not known
 */
record Endpoint(
    String address,
    int port,
    boolean ssl,
    Server defaultServer,
    List<Server> servers,
    NameTable<Server> names,
    List<PatternName> patterns,
    Optional<Server> onHostname) {

  /** A server's regular expression name. */
  record PatternName(RegexName name, Server server) {}

  Endpoint {
    servers = List.copyOf(servers);
  }

  /**
   * Tells whether the same servers answer at another endpoint, which only they could tell apart.
   */
  boolean answersLike(Endpoint other) {
    return servers.equals(other.servers)
        && defaultServer.equals(other.defaultServer)
        && (address.equals(other.address) || (isEveryAddress() && other.isEveryAddress()));
  }

  private boolean isEveryAddress() {
    return address.equals(Listen.ANY) || address.equals("[::]");
  }

  /** Tells whether the servers decide each for themselves what adjacent slashes are. */
  boolean mixesSlashes() {
    return servers.stream().map(Server::mergeSlashes).distinct().count() > 1;
  }

  /**
   * Returns the server of a host in lower case; empty where only the default server would answer.
   */
  Optional<Server> find(String host) {
    Optional<Server> found = names.find(host);
    for (PatternName entry : patterns) {
      boolean matches =
          found.isEmpty()
              && entry.name().pattern().regex().match(host) instanceof MatchResult.Matched;
      found = matches ? Optional.of(entry.server()) : found;
    }
    return found;
  }

  static Endpoint of(
      String address,
      int port,
      boolean ssl,
      Server defaultServer,
      List<Server> servers,
      Optional<String> hostname) {
    NameTable<Server> names = new NameTable<>();
    List<PatternName> patterns = new ArrayList<>();
    Optional<Server> onHostname = Optional.empty();
    for (Server server : servers) {
      for (ServerName name : server.names()) {
        if (name instanceof ServerName.Exact exact) {
          names.addExact(exact.name(), server);
        } else if (name instanceof ServerName.Wildcard wildcard) {
          names.addWildcard(wildcard.pattern(), server);
        } else if (name instanceof ServerName.Hostname) {
          hostname.ifPresent(own -> names.addExact(HostHeader.lowerCase(own), server));
          onHostname = hostname.isPresent() ? onHostname : Optional.of(server);
        } else {
          patterns.add(new PatternName((RegexName) name, server));
        }
      }
    }
    return new Endpoint(
        address, port, ssl, defaultServer, servers, names, List.copyOf(patterns), onHostname);
  }
}
