package org.redirlint.semantics.httpd;

import java.util.ArrayList;
import java.util.List;
import org.redirlint.http.Request;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.model.httpd.VirtualHost.Address;

/** Chooses the virtual hosts of an address. */
final class Endpoints {

  private final HttpdConfiguration configuration;

  Endpoints(HttpdConfiguration configuration) {
    this.configuration = configuration;
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
    return new Endpoint(port, chosen.isEmpty() ? List.of(configuration.main()) : chosen);
  }

  private int port(Request request) {
    boolean https = request.scheme().equals("https");
    if (request.port().isPresent()) {
      return request.port().getAsInt();
    }
    List<Integer> preferred = https ? List.of(443, 8443) : List.of(80, 8080);
    for (int port : preferred) {
      if (hasPort(port)) {
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

  private boolean hasPort(int port) {
    return configuration.hosts().stream()
        .flatMap(host -> host.addresses().stream())
        .anyMatch(address -> address.port() == port);
  }
}
