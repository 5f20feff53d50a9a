package org.redirlint.analysis.graph;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.redirlint.http.Url;
import org.redirlint.model.Template;
import org.redirlint.model.httpd.RewriteCond;
import org.redirlint.model.httpd.RewriteCond.RegexPattern;
import org.redirlint.model.httpd.RewriteCond.StringComparison;
import org.redirlint.model.httpd.TlsEngine;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.model.httpd.VirtualHost.Address;
import org.redirlint.regex.MatchResult;

/**
 * Tells which redirects may answer the request that another one leads to. In doubt, they do.
 *
 * @param servers the virtual hosts; the main server if there are none
 * @param elsewhere tells the hosts that are not this site's
 */
record Gate(List<VirtualHost> servers, Predicate<String> elsewhere) {

  Gate {
    servers = List.copyOf(servers);
  }

  /** Tells whether a redirect leads to this site at all. */
  boolean comesBack(Redirection from) {
    return from.target().host().filter(elsewhere).isEmpty();
  }

  /** Tells whether a redirect may be asked for by a scheme. */
  boolean mayBeAsked(Redirection redirection, String scheme) {
    return speaks(redirection.server(), scheme)
        && redirection.conditions().stream()
            .allMatch(condition -> mayHold(condition, scheme, Optional.empty()));
  }

  /**
   * Tells whether the request that one redirect leads to may be redirected by another one.
   *
   * @param scheme the scheme that the first one leads to
   */
  boolean leads(Redirection from, Redirection to, String scheme) {
    return takes(to, scheme, from.target()) && to.paths().meets(from.target().paths());
  }

  private boolean takes(Redirection to, String scheme, Target target) {
    boolean usual = target.port().isEmpty() || target.port().getAsInt() == Url.defaultPort(scheme);
    Optional<String> hostHeader = usual ? target.host() : Optional.empty();
    return speaks(to.server(), scheme)
        && answers(to.server(), target.port(), target.host())
        && to.conditions().stream().allMatch(condition -> mayHold(condition, scheme, hostHeader));
  }

  private boolean speaks(int server, String scheme) {
    if (server == Redirection.ANY_SERVER) {
      return true;
    }
    TlsEngine tls = servers.get(server).tls();
    return tls == TlsEngine.UNKNOWN || (tls == TlsEngine.ON) == scheme.equals("https");
  }

  private boolean answers(int server, OptionalInt port, Optional<String> host) {
    if (server == Redirection.ANY_SERVER) {
      return true;
    }
    List<Integer> listening =
        IntStream.range(0, servers.size())
            .filter(i -> listens(servers.get(i), port))
            .boxed()
            .toList();
    if (!listening.contains(server)) {
      return false;
    }
    boolean anyAddress =
        listening.stream()
            .flatMap(i -> servers.get(i).addresses().stream())
            .allMatch(address -> address.host().equals(Address.ANY));
    return host.isEmpty()
        || !anyAddress
        || listening.stream().noneMatch(i -> hasName(servers.get(i), host.get()))
        || mayBeNamed(servers.get(server), host.get());
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

  private static boolean mayHold(RewriteCond condition, String scheme, Optional<String> host) {
    Optional<String> value = value(condition.test(), scheme, host);
    if (value.isEmpty()) {
      return true;
    }
    if (condition.pattern() instanceof RegexPattern pattern) {
      MatchResult match = pattern.regex().match(value.get());
      return match instanceof MatchResult.Undetermined
          || match instanceof MatchResult.Matched != condition.negated();
    }
    if (condition.pattern() instanceof StringComparison comparison
        && comparison.operator().equals("=")) {
      boolean same =
          comparison.ignoreCase()
              ? comparison.text().equalsIgnoreCase(value.get())
              : comparison.text().equals(value.get());
      return same != condition.negated();
    }
    return true;
  }

  private static Optional<String> value(Template test, String scheme, Optional<String> host) {
    if (test.parts().size() != 1 || !(test.parts().get(0) instanceof Template.Variable variable)) {
      return Optional.empty();
    }
    return switch (variable.name()) {
      case "HTTPS" -> Optional.of(scheme.equals("https") ? "on" : "off");
      case "REQUEST_SCHEME" -> Optional.of(scheme);
      case "HTTP_HOST" -> host;
      default -> Optional.empty();
    };
  }
}
