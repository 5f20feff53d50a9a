package org.redirlint.analysis.graph;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.redirlint.http.Url;
import org.redirlint.model.httpd.TlsEngine;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.model.httpd.VirtualHost.Address;
import org.redirlint.regex.Language;

/**
 * Tells which virtual hosts may answer a request. In doubt, they do.
 *
 * @param servers the virtual hosts; the main server if there are none
 * @param own tells the hosts that lead back to this site
 * @param nameless whether the site has no name, so that another host might still be its own
 */
record Gate(List<VirtualHost> servers, Predicate<String> own, boolean nameless) {

  Gate {
    servers = List.copyOf(servers);
  }

  /** Tells whether a redirect leads to this site at all. */
  boolean comesBack(Authority authority, Suppositions suppositions) {
    boolean back = !authority.allHosts(own.negate());
    if (!back && nameless) {
      authority.hosts().texts(1).stream()
          .flatMap(List::stream)
          .forEach(host -> suppositions.add(host + " is another site"));
    }
    return back;
  }

  /** Returns the port of the requests that a redirect leads to; empty if it is not known. */
  OptionalInt port(Authority authority, String scheme) {
    boolean usual =
        servers.stream()
            .flatMap(server -> server.addresses().stream())
            .allMatch(
                address -> address.port() == 0 || address.port() == 80 || address.port() == 443);
    return authority.port().isEmpty() && usual
        ? OptionalInt.of(Url.defaultPort(scheme))
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
    return !anyAddress
        || !hosts.texts(20).isPresent()
        || hosts.texts(20).orElseThrow().stream()
            .anyMatch(
                host ->
                    listening.stream().noneMatch(i -> hasName(servers.get(i), host))
                        || mayBeNamed(servers.get(server), host));
  }

  private static boolean listens(VirtualHost server, OptionalInt port) {
    return port.isEmpty()
        || server.addresses().isEmpty()
        || server.addresses().stream()
            .anyMatch(address -> address.port() == 0 || address.port() == port.getAsInt());
  }

  private static boolean hasName(VirtualHost server, String host) {
    return server.name().filter(name -> name.equalsIgnoreCase(host)).isPresent()
        || server.aliases().stream().anyMatch(alias -> alias.equalsIgnoreCase(host));
  }

  /** Tells whether a host may be a name of a server; every wildcard may match. */
  static boolean mayBeNamed(VirtualHost server, String host) {
    return hasName(server, host)
        || server.aliases().stream().anyMatch(alias -> alias.contains("*") || alias.contains("?"));
  }
}
