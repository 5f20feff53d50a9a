package org.redirlint.analysis.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redirlint.http.Url;
import org.redirlint.model.httpd.TlsEngine;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.model.httpd.VirtualHost.Address;
import org.redirlint.regex.Language;

/** Tells which virtual hosts may answer a request. In doubt, they do. */
final class Gate {

  private final List<VirtualHost> servers;
  private final Language own;
  private final boolean nameless;
  private final List<Language> names;
  private final Language ownNames;

  /**
   * Takes a site.
   *
   * @param servers the virtual hosts; the main server if there are none
   * @param own the hosts that lead back to this site
   * @param nameless whether the site has no name, so that another host might still be its own
   * @param canonical whether a server may call itself by its own name, whatever a client calls it
   */
  Gate(List<VirtualHost> servers, Language own, boolean nameless, boolean canonical) {
    this.servers = List.copyOf(servers);
    this.own = own;
    this.nameless = nameless;
    this.names = servers.stream().map(ServerNames::of).toList();
    this.ownNames = canonical ? ServerNames.canonical(servers) : Language.NONE;
  }

  /** Returns the virtual hosts; the main server if there are none. */
  List<VirtualHost> servers() {
    return servers;
  }

  /** Returns what the servers may call themselves besides what a client calls them. */
  Language ownNames() {
    return ownNames;
  }

  /** Tells whether a server that leads to a path leaves name and port to the client. */
  boolean keepsHost() {
    return ownNames.isEmpty() && servers.stream().allMatch(host -> host.namePort().isEmpty());
  }

  /** Returns how requests of a scheme come to the site. */
  Connection connection(String scheme, OptionalInt port) {
    List<VirtualHost> asked =
        IntStream.range(0, servers.size())
            .filter(i -> speaks(i, scheme) && answers(i, port, Authority.HOSTS))
            .mapToObj(servers::get)
            .toList();
    return new Connection(
        Optional.of(scheme),
        port,
        asked.stream().flatMap(server -> server.nameScheme().stream()).collect(Collectors.toSet()),
        asked.stream()
            .flatMap(server -> server.namePort().stream().boxed())
            .collect(Collectors.toSet()));
  }

  /** Returns the schemes that a server calls itself by which is asked by one. */
  Set<String> ownSchemes(int server, String scheme) {
    Set<String> named =
        called(server)
            .flatMap(host -> host.nameScheme().stream())
            .collect(Collectors.toCollection(HashSet::new));
    named.add(scheme);
    return named;
  }

  private Stream<VirtualHost> called(int server) {
    return server == Step.ANY_SERVER ? servers.stream() : Stream.of(servers.get(server));
  }

  /**
   * Tells whether a redirect leads to this site at all. One without a name has any but those that
   * are written: the host of the request, or one that holds a part of it, leads back.
   */
  boolean comesBack(Authority authority, Suppositions suppositions) {
    if (authority.hosts().meets(own)) {
      return true;
    }
    Optional<List<String>> written = authority.hosts().texts(1);
    if (!nameless || written.isEmpty()) {
      return nameless;
    }
    written.get().forEach(host -> suppositions.add(host + " is another site"));
    return false;
  }

  /**
   * Returns the port of the requests that a redirect leads to; empty if it is not known.
   *
   * @param server the server that redirects
   */
  OptionalInt port(int server, Authority authority, String scheme) {
    int standard = Url.defaultPort(scheme);
    boolean named =
        authority.sameScheme()
            && called(server).anyMatch(host -> host.namePort().orElse(standard) != standard);
    boolean usual =
        servers.stream()
            .flatMap(host -> host.addresses().stream())
            .allMatch(
                address -> address.port() == 0 || address.port() == 80 || address.port() == 443);
    return authority.port().isEmpty() && usual && !named
        ? OptionalInt.of(standard)
        : authority.port();
  }

  /** Tells whether a server speaks a scheme. */
  boolean speaks(int server, String scheme) {
    if (server == Step.ANY_SERVER) {
      return true;
    }
    TlsEngine tls = servers.get(server).tls();
    return tls == TlsEngine.UNKNOWN || (tls == TlsEngine.ON) == scheme.equals("https");
  }

  /** Tells whether a server may answer for some of the hosts at a port. */
  boolean answers(int server, OptionalInt port, Language hosts) {
    if (server == Step.ANY_SERVER) {
      return true;
    }
    boolean mapped = servers.stream().noneMatch(other -> listens(other, port));
    List<Integer> listening =
        IntStream.range(0, servers.size())
            .filter(i -> mapped || listens(servers.get(i), port))
            .boxed()
            .toList();
    if (!listening.contains(server)) {
      return false;
    }
    boolean anyAddress =
        listening.stream()
            .flatMap(i -> servers.get(i).addresses().stream())
            .allMatch(address -> address.host().equals(Address.ANY));
    if (!anyAddress || hosts.meets(names.get(server))) {
      return true;
    }
    Language unnamed = hosts;
    for (int listens : listening) {
      unnamed = unnamed.minus(names.get(listens));
    }
    return !unnamed.isEmpty();
  }

  private static boolean listens(VirtualHost server, OptionalInt port) {
    return port.isEmpty()
        || server.addresses().isEmpty()
        || server.addresses().stream()
            .anyMatch(address -> address.port() == 0 || address.port() == port.getAsInt());
  }
}
