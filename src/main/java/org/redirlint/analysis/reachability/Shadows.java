package org.redirlint.analysis.reachability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.redirlint.model.Configuration;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.source.Origin;

/** Finds the directives that no request can reach. What it does not find may still be one. */
public final class Shadows {

  private Shadows() {}

  /** Returns the directives of a configuration that no request can reach, each one once. */
  public static List<Shadow> of(Configuration configuration) {
    List<Shadow> all = new ArrayList<>();
    if (configuration instanceof NginxConfiguration nginx) {
      NginxShadows.of(nginx, all::add);
    } else if (configuration instanceof HttpdConfiguration httpd) {
      HttpdShadows.of(httpd, all::add);
    }
    Set<Origin> known = new HashSet<>();
    all.removeIf(shadow -> !known.add(shadow.place()));
    return List.copyOf(all);
  }
}
