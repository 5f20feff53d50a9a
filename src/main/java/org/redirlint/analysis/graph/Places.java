package org.redirlint.analysis.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.redirlint.model.httpd.CoreSettings.Option;
import org.redirlint.model.httpd.Htaccess;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.model.httpd.RewriteRule;
import org.redirlint.model.httpd.Section;
import org.redirlint.model.httpd.Settings;
import org.redirlint.model.httpd.VirtualHost;

/**
 * All places of a configuration where directives stand.
 *
 * @param settings what holds in each place
 * @param rules all rules of mod_rewrite
 * @param asks whether there are sections that hold under a condition
 */
record Places(List<Settings> settings, List<RewriteRule> rules, boolean asks) {

  /** Finds them. */
  static Places of(HttpdConfiguration configuration) {
    List<Settings> settings = new ArrayList<>();
    List<RewriteRule> rules = new ArrayList<>();
    List<VirtualHost> servers = new ArrayList<>(configuration.hosts());
    servers.add(configuration.main());
    for (VirtualHost server : servers) {
      rules.addAll(server.rewrite().rules().rules());
      collect(server.settings(), settings);
      collect(server.directories(), settings);
      collect(server.locations(), settings);
    }
    for (Htaccess file : configuration.htaccess().values()) {
      collect(file.settings(), settings);
    }
    settings.forEach(place -> rules.addAll(place.rewrite().rules().rules()));
    boolean asks = settings.stream().anyMatch(place -> !place.conditions().isEmpty());
    return new Places(List.copyOf(settings), List.copyOf(rules), asks);
  }

  /** Tells whether a server calls itself by its own name somewhere. */
  boolean canonical() {
    return settings.stream().anyMatch(place -> place.core().canonicalName().orElse(false));
  }

  /** Tells whether a file may be found somewhere by a part of its name. */
  boolean negotiates() {
    return settings.stream()
        .flatMap(place -> place.core().options().stream())
        .anyMatch(
            options ->
                options.added().contains(Option.MULTI_VIEWS)
                    || options.absolute().orElse(Set.of()).contains(Option.MULTI_VIEWS));
  }

  private static void collect(List<Section> sections, List<Settings> settings) {
    sections.forEach(section -> collect(section.settings(), settings));
  }

  private static void collect(Settings place, List<Settings> settings) {
    settings.add(place);
    collect(place.files(), settings);
    collect(place.conditions(), settings);
  }
}
