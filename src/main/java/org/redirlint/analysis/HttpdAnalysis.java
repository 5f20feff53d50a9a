package org.redirlint.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.model.httpd.VirtualHost.Address;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.httpd.HttpdSimulator;
import org.redirlint.semantics.httpd.HttpdSystem;

/** Decides what all requests come to that an Apache httpd answers. */
public final class HttpdAnalysis {

  private HttpdAnalysis() {}

  /**
   * Decides whether a configuration redirects any request without end.
   *
   * @param configuration the configuration
   * @param facts what is known of the world
   * @param hosts further hosts that lead back to it, in lower case
   * @param elsewhere hosts that lead elsewhere, in lower case
   */
  public static Verdict decide(
      HttpdConfiguration configuration, Facts facts, Set<String> hosts, Set<String> elsewhere) {
    List<VirtualHost> all = new ArrayList<>(configuration.hosts());
    all.add(configuration.main());
    Set<Entrance> entrances = new HashSet<>();
    Language served = Language.NONE;
    for (VirtualHost host : all) {
      served = served.union(names(host));
      if (!host.addresses().isEmpty() || configuration.hosts().isEmpty()) {
        addEntrances(host, entrances);
      }
    }
    for (String address : addresses(configuration)) {
      if (!address.equals(Address.ANY)) {
        return new Verdict.Undecided("several addresses have virtual hosts of their own");
      }
    }
    return new AllRequests(entrances, served, hosts, elsewhere)
        .decide(
            facts,
            domain -> new HttpdSystem<>(domain, facts, configuration),
            world -> new HttpdSimulator(configuration, world));
  }

  /** Returns the addresses of the virtual hosts, if there are several. */
  private static Set<String> addresses(HttpdConfiguration configuration) {
    Set<String> addresses = new HashSet<>();
    configuration
        .hosts()
        .forEach(host -> host.addresses().forEach(address -> addresses.add(address.host())));
    return addresses.size() > 1 ? addresses : Set.of();
  }

  private static void addEntrances(VirtualHost host, Set<Entrance> entrances) {
    for (String scheme : List.of("http", "https")) {
      if (host.tls().serves(scheme)) {
        int usual = scheme.equals("https") ? 443 : 80;
        host.addresses().stream()
            .map(address -> address.port() == 0 ? usual : address.port())
            .forEach(port -> entrances.add(new Entrance(scheme, port)));
        if (host.addresses().isEmpty()) {
          entrances.add(new Entrance(scheme, usual));
        }
      }
    }
  }

  private static Language names(VirtualHost host) {
    Language names =
        Language.anyOf(host.name().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    for (String alias : host.aliases()) {
      names = names.union(named(alias.toLowerCase(Locale.ROOT)));
    }
    return names;
  }

  private static Language named(String alias) {
    StringBuilder pattern = new StringBuilder("^(?s)");
    for (int i = 0; i < alias.length(); i++) {
      char c = alias.charAt(i);
      pattern.append(c == '*' ? ".*" : c == '?' ? "." : String.format("\\x%02x", (int) c));
    }
    return Regex.constant(pattern + "\\z").match(Browser.HOSTS).matching();
  }
}
