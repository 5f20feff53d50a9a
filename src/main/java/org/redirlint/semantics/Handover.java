package org.redirlint.semantics;

import java.util.List;

/**
 * A request that one server hands on to another one.
 *
 * @param addresses where it may be sent, at least one; any of them may be chosen
 * @param request the request, sent to the port of the first address
 * @param <V> a value
 */
public record Handover<V>(List<Address> addresses, RequestParts<V> request) {

  /** Takes a copy. */
  public Handover {
    addresses = List.copyOf(addresses);
  }

  /**
   * Where a server listens.
   *
   * @param host a name or an IP address in lower case, an IPv6 one in brackets
   * @param port the port, 1 to 65535
   */
  public record Address(String host, int port) {}
}
