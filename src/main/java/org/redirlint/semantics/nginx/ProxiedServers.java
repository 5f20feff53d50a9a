package org.redirlint.semantics.nginx;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.redirlint.model.nginx.ProxyPass;
import org.redirlint.semantics.Handover.Address;

/** The servers that {@code proxy_pass} hands requests on to. */
public final class ProxiedServers {

  private static final int DEFAULT_PORT = 80;

  private final Map<String, List<String>> upstreams;

  /** Takes the servers of each group, by its name in lower case. */
  public ProxiedServers(Map<String, List<String>> upstreams) {
    this.upstreams = Map.copyOf(upstreams);
  }

  /**
   * Returns where a URL without variables leads; nothing if one of the servers listens at no
   * address.
   */
  public List<Address> of(ProxyPass pass) {
    return ProxyUrl.parse(pass.url().literalPrefix()).map(this::of).orElse(List.of());
  }

  /** Returns path and query of a URL without variables; the empty text if it has none. */
  public static String uri(ProxyPass pass) {
    String url = pass.url().literalPrefix();
    return ProxyUrl.parse(url).map(to -> url.substring(to.uriStart())).orElse("");
  }

  List<Address> of(ProxyUrl to) {
    String name = to.name().toLowerCase(Locale.ROOT);
    List<String> group = upstreams.get(name);
    if (group == null) {
      return List.of(new Address(name, to.port()));
    }
    List<Address> addresses =
        group.stream()
            .map(server -> ProxyUrl.address(server, DEFAULT_PORT))
            .flatMap(Optional::stream)
            .toList();
    return addresses.size() == group.size() ? addresses : List.of();
  }
}
