package org.redirlint.semantics.nginx;

import java.util.List;
import java.util.Optional;
import org.redirlint.model.nginx.Network;
import org.redirlint.model.nginx.Network.Address;
import org.redirlint.model.nginx.VariableDefinition.GeoRange;
import org.redirlint.model.nginx.VariableDefinition.GeoTable;

/** Looks addresses up as the geo module does (ngx_http_geo_module.c). */
final class GeoLookup {

  private GeoLookup() {}

  /** Returns the network an address is in. What is no address stands for 255.255.255.255. */
  static Optional<GeoRange> find(GeoTable geo, String text) {
    Address address = Address.parse(text).or(() -> Address.parse("255.255.255.255")).orElseThrow();
    GeoRange best = null;
    for (GeoRange range : geo.ranges()) {
      if (range.network().contains(address)
          && (best == null || !geo.mostSpecific() || isInside(range, best))) {
        best = range;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean isInside(GeoRange inner, GeoRange outer) {
    return outer.network().first().compareTo(inner.network().first()) <= 0
        && inner.network().last().compareTo(outer.network().last()) <= 0;
  }

  /** Returns the client's address: that of X-Forwarded-For where the peer is a trusted proxy. */
  static String client(GeoTable geo, String peer, String forwarded) {
    String client = peer;
    List<String> hops = List.of(forwarded.split("[ ,]+"));
    for (int i = hops.size() - 1; i >= 0 && isTrusted(geo, client); i--) {
      if (Address.parse(hops.get(i)).isEmpty()) {
        break;
      }
      client = hops.get(i);
      if (!geo.recursive()) {
        break;
      }
    }
    return client;
  }

  private static boolean isTrusted(GeoTable geo, String text) {
    Optional<Address> address = Address.parse(text);
    for (Network proxy : geo.proxies()) {
      if (address.isPresent() && proxy.contains(address.get())) {
        return true;
      }
    }
    return false;
  }
}
