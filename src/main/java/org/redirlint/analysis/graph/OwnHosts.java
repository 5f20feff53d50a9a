package org.redirlint.analysis.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.redirlint.model.Template.Variable;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.model.httpd.RewriteCond;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.model.httpd.VirtualHost;
import org.redirlint.regex.Language;

/**
 * Tells the hosts that lead back to a site: those it is named by, those a condition tells from any
 * other one, and those that are said to.
 *
 * @param servers the virtual hosts; the main server if there are none
 * @param tests the conditions on the host
 * @param any whether something else may depend on the host
 * @param more further hosts that lead back, in lower case
 * @param elsewhere hosts that lead elsewhere, in lower case
 */
record OwnHosts(
    List<VirtualHost> servers,
    List<RewriteCond> tests,
    boolean any,
    Set<String> more,
    Set<String> elsewhere)
    implements Predicate<String> {

  private static final Language ANY_OTHER = Language.of("redirlint.invalid");
  private static final Variable HOST = new Variable("HTTP_HOST");

  /** Finds what a configuration tells hosts by. */
  static OwnHosts of(
      HttpdConfiguration configuration, Places places, Set<String> more, Set<String> elsewhere) {
    List<VirtualHost> servers =
        configuration.hosts().isEmpty() ? List.of(configuration.main()) : configuration.hosts();
    List<RewriteCond> tests = new ArrayList<>();
    boolean any = places.asks();
    for (RewriteRule rule : places.rules()) {
      for (RewriteCond condition : rule.conditions()) {
        String test = condition.test().toString();
        if (condition.test().parts().equals(List.of(HOST))) {
          tests.add(condition);
        } else {
          any |= test.contains("HOST") || test.contains("SERVER_NAME") || test.isEmpty();
        }
      }
    }
    return new OwnHosts(servers, tests, any, more, elsewhere);
  }

  /** Tells whether a host leads back. */
  @Override
  public boolean test(String host) {
    if (elsewhere.contains(host)) {
      return false;
    }
    return any
        || more.contains(host)
        || servers.stream().anyMatch(server -> Gate.mayBeNamed(server, host))
        || tests.stream().anyMatch(test -> tells(test, host));
  }

  /** Tells whether the site has no name, so that each host might be its own. */
  boolean nameless() {
    return more.isEmpty()
        && servers.stream()
            .allMatch(server -> server.name().isEmpty() && server.aliases().isEmpty());
  }

  private static boolean tells(RewriteCond test, String host) {
    return Conditions.holding(test, Language.of(host)).isEmpty()
        != Conditions.holding(test, ANY_OTHER).isEmpty();
  }
}
