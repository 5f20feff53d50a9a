package org.redirlint.model.nginx;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A range of IP addresses.
 *
 * @param first the lowest address, as an IPv6 address: IPv4 ones are mapped
 * @param last the highest address
 */
public record Network(Address first, Address last) {

  /** Returns the network of a text: an address, or an address and a prefix length. */
  public static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    Optional<Address> address = Address.parse(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int bits = address.get().isIpv4() ? 32 : 128;
    int length = bits;
    if (slash >= 0) {
      String digits = text.substring(slash + 1);
      if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > bits) {
        return Optional.empty();
      }
      length = Integer.parseInt(digits);
    }
    byte[] low = address.get().bytes();
    byte[] high = low.clone();
    for (int bit = 128 - bits + length; bit < 128; bit++) {
      low[bit / 8] &= (byte) ~(0x80 >> bit % 8);
      high[bit / 8] |= (byte) (0x80 >> bit % 8);
    }
    return Optional.of(new Network(new Address(low), new Address(high)));
  }

  /** Tells whether an address is in the network. */
  public boolean contains(Address address) {
    return first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
  }

  /** An IP address, held as 16 bytes. */
  public static final class Address implements Comparable<Address> {

    private final byte[] bytes;

    private Address(byte[] bytes) {
      this.bytes = bytes;
    }

    /** Returns the address a text spells; empty if it spells none. Names are not looked up. */
    public static Optional<Address> parse(String text) {
      boolean ipv4 = text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
      if (!ipv4 && !text.matches("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*")) {
        return Optional.empty();
      }
      try {
        InetAddress address = InetAddress.getByName(text);
        byte[] raw = address.getAddress();
        byte[] bytes = new byte[16];
        if (address instanceof Inet4Address) {
          bytes[10] = (byte) 0xFF;
          bytes[11] = (byte) 0xFF;
        }
        System.arraycopy(raw, 0, bytes, 16 - raw.length, raw.length);
        return Optional.of(new Address(bytes));
      } catch (UnknownHostException notAnAddress) {
        return Optional.empty();
      }
    }

    boolean isIpv4() {
      return bytes[10] == (byte) 0xFF
          && bytes[11] == (byte) 0xFF
          && Arrays.equals(bytes, 0, 10, new byte[10], 0, 10);
    }

    byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public int compareTo(Address other) {
      return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Address address && Arrays.equals(bytes, address.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }
}
