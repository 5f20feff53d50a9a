package org.redirlint.analysis.graph;

import java.util.List;
import org.redirlint.model.httpd.RewriteCond;
import org.redirlint.regex.Language;
import org.redirlint.source.Origin;

/**
 * A directive that redirects: what it may be asked for, and where it may lead.
 *
 * @param origin the directive
 * @param server the number of the server it holds for; {@link #ANY_SERVER} where it is not one
 * @param paths the paths of requests that it may redirect; what is left out it never does
 * @param conditions what has to hold besides, all of it; others there may be are left out
 * @param target where it leads
 */
record Redirection(
    Origin origin, int server, Language paths, List<RewriteCond> conditions, Target target) {

  static final int ANY_SERVER = -1;

  Redirection {
    conditions = List.copyOf(conditions);
  }
}
