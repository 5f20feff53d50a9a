package org.redirlint.analysis.graph;

import java.util.List;
import java.util.Locale;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.regex.Language;
import org.redirlint.regex.TextSet;

/**
 * The hosts a virtual host is named by, in lower case.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/core.html#serveralias">ServerAlias</a>
 */
final class ServerNames {

  private static final Language ONE =
      Language.of(TextSet.notShorterThan(1)).minus(Language.of(TextSet.notShorterThan(2)));

  private ServerNames() {}

  static Language of(VirtualHost server) {
    Language names = Language.NONE;
    for (String name : server.name().stream().toList()) {
      names = names.union(Language.of(lower(name)));
    }
    for (String alias : server.aliases()) {
      names = names.union(matching(lower(alias)));
    }
    return names;
  }

  /** Returns the hosts that any of some virtual hosts is named by. */
  static Language of(List<VirtualHost> servers) {
    Language names = Language.NONE;
    for (VirtualHost server : servers) {
      names = names.union(of(server));
    }
    return names;
  }

  /** Returns the names that some virtual hosts have themselves; one that has none may have any. */
  static Language canonical(List<VirtualHost> servers) {
    Language names = Language.NONE;
    for (VirtualHost server : servers) {
      names =
          names.union(server.name().map(name -> Language.of(lower(name))).orElse(Authority.HOSTS));
    }
    return names;
  }

  private static Language matching(String wildcard) {
    Language hosts = Language.of("");
    for (int i = 0; i < wildcard.length(); i++) {
      char c = wildcard.charAt(i);
      hosts =
          hosts.concatenate(
              c == '*' ? Language.ALL : c == '?' ? ONE : Language.of(String.valueOf(c)));
    }
    return hosts;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
