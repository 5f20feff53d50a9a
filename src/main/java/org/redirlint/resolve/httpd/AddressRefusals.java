package org.redirlint.resolve.httpd;

import java.util.List;
import java.util.Locale;
import org.redirlint.resolve.httpd.NetworkReader.Refusal;

/** What httpd says of addresses and networks that it refuses. */
final class AddressRefusals {

  private AddressRefusals() {}

  /**
   * Checks the arguments of {@code Require ip}.
   *
   * @throws RefusedException if one is neither an address nor a network
   */
  static void refuseAddresses(List<String> addresses) throws RefusedException {
    if (addresses.isEmpty() || addresses.get(0).isEmpty()) {
      throw new RefusedException("'require ip' requires an argument");
    }
    for (String address : addresses) {
      Refusal refusal = NetworkReader.refusal(address);
      if (refusal != Refusal.NONE) {
        String reason = refusal == Refusal.NOT_NUMERIC ? "" : ": " + refusal.message();
        throw new RefusedException("ip address '" + address + "' appears to be invalid" + reason);
      }
    }
  }

  /**
   * Checks one of those that {@code Allow} and {@code Deny} name: what does not look like an
   * address is the name of a host. Nothing in it may look like a comment.
   *
   * @throws RefusedException if it looks like an address and is none, or like a comment
   */
  static void refuseClient(String who) throws RefusedException {
    if (who.toLowerCase(Locale.ROOT).startsWith("env=")) {
      return;
    }
    Refusal refusal = NetworkReader.refusal(who);
    if (refusal == Refusal.NOT_NUMERIC && who.indexOf('/') >= 0) {
      throw new RefusedException("An IP address was expected");
    }
    if (refusal == Refusal.ADDRESS || refusal == Refusal.MASK) {
      throw new RefusedException(refusal.message());
    }
    if (refusal == Refusal.NOT_NUMERIC && who.indexOf('#') >= 0) {
      throw new RefusedException("No comments are allowed here");
    }
  }
}
