package org.redirlint.rule.pattern;

import java.util.List;

/** Tells which hosts may belong to the same owner. */
final class Domains {

  private Domains() {}

  /**
   * Tells whether two hosts are in one domain that somebody can register: the same last two names,
   * and three below a country's own categories ({@code co.uk}).
   */
  static boolean same(String one, String other) {
    return domain(one).equals(domain(other));
  }

  private static List<String> domain(String host) {
    List<String> names = List.of(host.split("\\."));
    int size = names.size();
    boolean category =
        size > 2 && names.get(size - 1).length() == 2 && names.get(size - 2).length() <= 3;
    return names.subList(Math.max(0, size - (category ? 3 : 2)), size);
  }
}
