package org.redirlint.analysis.search;

import java.util.List;
import org.redirlint.semantics.Handover.Address;

/**
 * Where requests are handed on to.
 *
 * @param addresses where they are sent; any of them may be chosen
 * @param path what their path begins with
 * @param sent what it begins with when it is sent on
 */
public record Onward(List<Address> addresses, String path, String sent) {

  /** Takes a copy. */
  public Onward {
    addresses = List.copyOf(addresses);
  }
}
