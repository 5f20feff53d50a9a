package org.redirlint.analysis.reachability;

import java.util.List;
import java.util.function.Consumer;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.model.httpd.Section;
import org.redirlint.model.httpd.Settings;
import org.redirlint.model.httpd.VirtualHost;

/** Directives of httpd that no request can reach because of those before them in the same place. */
final class HttpdShadows {

  private final RuleShadows rules;
  private final RedirectShadows redirects;
  private final Subrequests subrequests;

  private HttpdShadows(HttpdConfiguration configuration, Consumer<Shadow> found) {
    this.rules = new RuleShadows(found);
    this.redirects = new RedirectShadows(found);
    this.subrequests = Subrequests.of(configuration);
  }

  static void of(HttpdConfiguration configuration, Consumer<Shadow> found) {
    HttpdShadows shadows = new HttpdShadows(configuration, found);
    shadows.server(configuration.main());
    configuration.hosts().forEach(shadows::server);
    configuration.htaccess().values().forEach(file -> shadows.settings(file.settings()));
  }

  private void server(VirtualHost server) {
    rules.of(server.rewrite().rules(), subrequests.at(server.settings().directory()));
    redirects.of(server.alias().redirects());
    settings(server.settings());
    sections(server.directories());
    sections(server.locations());
  }

  private void sections(List<Section> sections) {
    sections.forEach(section -> settings(section.settings()));
  }

  private void settings(Settings settings) {
    rules.of(settings.rewrite().rules(), subrequests.at(settings.directory()));
    redirects.of(settings.alias().redirects());
    sections(settings.files());
    sections(settings.conditions());
  }
}
