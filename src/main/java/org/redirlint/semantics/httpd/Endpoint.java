package org.redirlint.semantics.httpd;

import java.util.List;
import org.redirlint.model.httpd.VirtualHost;

/**
 * An address requests come in on.
 *
 * @param port the port; 0 if it is not known
 * @param names the names of the virtual hosts that answer there, the default one first; those of
 *     the main server if there are none
 */
record Endpoint(int port, HostNames names) {

  /** Returns the virtual hosts. */
  List<VirtualHost> hosts() {
    return names.hosts();
  }

  /** Returns the host that answers if no other one is meant. */
  VirtualHost first() {
    return hosts().get(0);
  }
}
