package org.redirlint.judge;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An address of one's own on this machine (127.0.0.0/8, RFC 1122 section 3.2.1.3): a server can
 * listen there on the ports its configuration names, whatever else runs here.
 */
final class Loopback {

  private Loopback() {}

  /** Returns an address; where usual ports may not be used, the calling test is skipped. */
  static String address() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    String address =
        "127.%d.%d.%d"
            .formatted(random.nextInt(1, 255), random.nextInt(1, 255), random.nextInt(1, 255));
    boolean usable = mayListen(address, 80) && mayListen(address, 443);
    if (!usable) {
      System.err.println("SKIPPED: a server may not listen on ports 80 and 443 of " + address);
    }
    assumeTrue(usable, "ports 80 and 443 of a loopback address");
    return address;
  }

  private static boolean mayListen(String address, int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
      return socket.isBound();
    } catch (IOException refused) {
      return false;
    }
  }
}
