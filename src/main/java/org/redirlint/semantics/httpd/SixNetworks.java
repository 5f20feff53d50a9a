package org.redirlint.semantics.httpd;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Addresses and networks of IPv6 (RFC 4291 section 2.2). */
final class SixNetworks {

  private static final int BITS = 128;
  private static final int WORDS = 8;
  private static final BigInteger MAPPED = BigInteger.valueOf(0xFFFF);

  private SixNetworks() {}

  /** Tells whether a network, or a lone address, holds an address. */
  static boolean contains(String network, String address) {
    int slash = network.indexOf('/');
    Optional<BigInteger> base = number(slash < 0 ? network : network.substring(0, slash));
    Optional<BigInteger> own = number(address);
    if (base.isEmpty() || own.isEmpty()) {
      return false;
    }
    String length = slash < 0 ? String.valueOf(BITS) : network.substring(slash + 1);
    if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > BITS) {
      return false;
    }
    int rest = BITS - Integer.parseInt(length);
    return base.get().shiftRight(rest).equals(own.get().shiftRight(rest));
  }

  /** Returns the IPv4 address that an IPv6 address stands for; empty if it stands for none. */
  static Optional<String> mapped(String address) {
    return number(address)
        .filter(number -> number.shiftRight(32).equals(MAPPED))
        .map(
            number -> {
              long four = number.longValue() & 0xFFFFFFFFL;
              return (four >> 24)
                  + "."
                  + (four >> 16 & 255)
                  + "."
                  + (four >> 8 & 255)
                  + "."
                  + (four & 255);
            });
  }

  private static Optional<BigInteger> number(String text) {
    int gap = text.indexOf("::");
    Optional<List<Integer>> before = words(gap < 0 ? text : text.substring(0, gap));
    Optional<List<Integer>> after = words(gap < 0 ? "" : text.substring(gap + 2));
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    int given = before.get().size() + after.get().size();
    if (gap < 0 ? given != WORDS : given >= WORDS) {
      return Optional.empty();
    }
    List<Integer> words = new ArrayList<>(before.get());
    while (words.size() < WORDS - after.get().size()) {
      words.add(0);
    }
    words.addAll(after.get());
    BigInteger number = BigInteger.ZERO;
    for (int word : words) {
      number = number.shiftLeft(16).or(BigInteger.valueOf(word));
    }
    return Optional.of(number);
  }

  private static Optional<List<Integer>> words(String text) {
    List<Integer> words = new ArrayList<>();
    if (text.isEmpty()) {
      return Optional.of(words);
    }
    for (String part : text.split(":", -1)) {
      if (part.matches("[0-9a-fA-F]{1,4}")) {
        words.add(Integer.parseInt(part, 16));
      } else if (part.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
        String[] bytes = part.split("\\.", -1);
        words.add(Integer.parseInt(bytes[0]) << 8 | Integer.parseInt(bytes[1]));
        words.add(Integer.parseInt(bytes[2]) << 8 | Integer.parseInt(bytes[3]));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(words);
  }
}
