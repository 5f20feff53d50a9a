package org.redirlint.model.nginx;

import org.redirlint.source.Origin;

/**
 * An address and port a server answers on.
 *
 * @param origin the {@code listen} directive, or the server block that has none
 * @param address an IP address, an IPv6 one in brackets; {@code *} for every address
 * @param port the port, 1 to 65535
 * @param ssl whether connections are TLS
 * @param defaultServer whether the server is marked as the default for the address
 */
public record Listen(Origin origin, String address, int port, boolean ssl, boolean defaultServer) {

  /** The address that stands for all IPv4 addresses. */
  public static final String ANY = "*";

  /** Tells whether the address is an IPv6 one. */
  public boolean isIpv6() {
    return address.startsWith("[");
  }
}
