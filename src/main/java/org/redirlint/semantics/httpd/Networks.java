package org.redirlint.semantics.httpd;

import java.util.Arrays;

/** Addresses and networks, as {@code Require ip}, {@code Allow from} and expressions name them. */
final class Networks {

  private Networks() {}

  /**
   * Tells whether a network holds an address: {@code 10.1}, {@code 10.1.0.0/16}, {@code
   * 10.1.0.0/255.255.0.0}, {@code 2001:db8::/32}. An IPv4 address may be written as IPv6 ({@code
   * ::ffff:10.1.2.3}).
   */
  static boolean contains(String network, String address) {
    if (network.indexOf(':') >= 0) {
      return SixNetworks.contains(network, address);
    }
    if (address.indexOf(':') >= 0) {
      return SixNetworks.mapped(address).filter(four -> contains(network, four)).isPresent();
    }
    int slash = network.indexOf('/');
    String base = slash < 0 ? network : network.substring(0, slash);
    int[] wanted = bytes(base);
    int[] own = bytes(address);
    if (own.length != 4 || wanted.length == 0) {
      return false;
    }
    long mask = slash < 0 ? prefix(wanted.length * 8) : mask(network.substring(slash + 1));
    return (number(wanted) & mask) == (number(own) & mask);
  }

  /** Tells whether a text is an address or a network. */
  static boolean isNetwork(String text) {
    return text.matches("[0-9.]+(/[0-9.]+)?") || text.indexOf(':') >= 0;
  }

  private static long mask(String text) {
    if (text.indexOf('.') >= 0) {
      return number(bytes(text));
    }
    return prefix(text.isEmpty() || text.length() > 2 ? 32 : Integer.parseInt(text));
  }

  private static long prefix(int bits) {
    return bits <= 0 ? 0 : (0xFFFFFFFFL << (32 - Math.min(bits, 32))) & 0xFFFFFFFFL;
  }

  private static long number(int[] bytes) {
    long number = 0;
    for (int i = 0; i < 4; i++) {
      number = number << 8 | (i < bytes.length ? bytes[i] : 0);
    }
    return number;
  }

  private static int[] bytes(String text) {
    return Arrays.stream(text.split("\\."))
        .filter(part -> part.matches("[0-9]{1,3}"))
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
