package org.redirlint.analysis.graph;

import java.util.List;
import java.util.Set;
import org.redirlint.model.Template.Variable;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.model.httpd.RewriteCond;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.regex.Language;

/**
 * The hosts that lead back to a site: those it is named by, those a condition tells from any other
 * one, and those that are said to.
 *
 * @param servers the virtual hosts; the main server if there are none
 * @param hosts the hosts that lead back, in lower case
 * @param nameless whether the site has no name, so that each host might be its own
 */
record OwnHosts(List<VirtualHost> servers, Language hosts, boolean nameless) {

  private static final Language ANY_OTHER = Language.of("redirlint.invalid");
  private static final Variable HOST = new Variable("HTTP_HOST");

  /**
   * Finds what a configuration tells hosts by.
   *
   * @param more further hosts that lead back, in lower case
   * @param elsewhere hosts that lead elsewhere, in lower case
   */
  static OwnHosts of(
      HttpdConfiguration configuration, Places places, Set<String> more, Set<String> elsewhere) {
    List<VirtualHost> servers =
        configuration.hosts().isEmpty() ? List.of(configuration.main()) : configuration.hosts();
    Language hosts = ServerNames.of(servers).union(Language.anyOf(more));
    boolean any = places.asks();
    for (RewriteRule rule : places.rules()) {
      for (RewriteCond condition : rule.conditions()) {
        String test = condition.test().toString();
        if (condition.test().parts().equals(List.of(HOST))) {
          hosts = hosts.union(told(condition));
        } else {
          any |= test.contains("HOST") || test.contains("SERVER_NAME") || test.isEmpty();
        }
      }
    }
    boolean nameless =
        more.isEmpty()
            && servers.stream()
                .allMatch(server -> server.name().isEmpty() && server.aliases().isEmpty());
    Language back = any ? Language.ALL : hosts;
    return new OwnHosts(servers, back.minus(Language.anyOf(elsewhere)), nameless);
  }

  /** Returns the hosts for which a condition says another thing than for any other host. */
  private static Language told(RewriteCond test) {
    return Conditions.holding(test, ANY_OTHER).isEmpty()
        ? Conditions.holding(test, Language.ALL)
        : Conditions.failing(test, Language.ALL);
  }
}
