package org.redirlint.semantics.httpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.redirlint.http.Request;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.model.httpd.VirtualHost.Address;

/** Chooses the virtual hosts of an address. */
final class Endpoints {

  /** Stands for all ports, and all addresses, that no virtual host names. */
  private static final Address OTHER = new Address("other", -1);

  private final HttpdConfiguration configuration;
  private final Set<String> addresses;
  private final Set<Integer> ports;
  private final Map<Address, HostNames> known = new ConcurrentHashMap<>();

  Endpoints(HttpdConfiguration configuration) {
    this.configuration = configuration;
    List<Address> all =
        configuration.hosts().stream().flatMap(host -> host.addresses().stream()).toList();
    this.addresses = all.stream().map(Address::host).collect(Collectors.toSet());
    this.ports = all.stream().map(Address::port).collect(Collectors.toSet());
  }

  /**
   * Returns where a request comes in. Where it names no port, that is the scheme's default port (80
   * or 8080, 443 or 8443), else the first there is.
   */
  Endpoint of(Request request) {
    return on(port(request), request.address().orElse(""));
  }

  /**
   * Returns where a request comes in.
   *
   * @param port the port
   * @param wanted the address; empty if it is not known
   */
  Endpoint on(int port, String wanted) {
    Address asked =
        new Address(
            wanted.isEmpty() || addresses.contains(wanted) ? wanted : OTHER.host(),
            ports.contains(port) ? port : OTHER.port());
    return new Endpoint(
        port, known.computeIfAbsent(asked, same -> new HostNames(hosts(port, wanted))));
  }

  private List<VirtualHost> hosts(int port, String wanted) {
    List<VirtualHost> own = new ArrayList<>();
    List<VirtualHost> any = new ArrayList<>();
    for (VirtualHost host : configuration.hosts()) {
      for (Address address : host.addresses()) {
        if (address.port() != 0 && address.port() != port) {
          continue;
        }
        if (address.host().equals(Address.ANY)) {
          any.add(host);
          break;
        }
        if (wanted.isEmpty() || wanted.equals(address.host())) {
          own.add(host);
          break;
        }
      }
    }
    List<VirtualHost> chosen = own.isEmpty() ? any : own;
    return chosen.isEmpty() ? List.of(configuration.main()) : chosen;
  }

  private int port(Request request) {
    boolean https = request.scheme().equals("https");
    if (request.port().isPresent()) {
      return request.port().getAsInt();
    }
    List<Integer> preferred = https ? List.of(443, 8443) : List.of(80, 8080);
    for (int port : preferred) {
      if (ports.contains(port)) {
        return port;
      }
    }
    for (VirtualHost host : configuration.hosts()) {
      for (Address address : host.addresses()) {
        if (address.port() != 0) {
          return address.port();
        }
      }
    }
    return preferred.get(0);
  }
}
