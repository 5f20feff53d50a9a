package org.redirlint.analysis.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redirlint.http.Url;
import org.redirlint.model.Template;

/**
 * A redirect of one URL to another, as far as both can be read off a directive.
 *
 * @param from the URL
 * @param to the target as written, a path or a URL; empty where it cannot be read off
 */
record Redirection(Url from, Optional<String> to) {

  /** They stand for the request's own scheme and host, and lead back. */
  private static final Set<String> OWN =
      Set.of("scheme", "host", "http_host", "server_name", "REQUEST_SCHEME", "HTTP_HOST");

  /** They are empty in a request without a query. */
  private static final Set<String> QUERY =
      Set.of("args", "is_args", "query_string", "QUERY_STRING");

  /** Returns the target that a template gives for a plain request; empty if it has other parts. */
  static Optional<String> target(Template template) {
    StringBuilder text = new StringBuilder();
    for (Template.Part part : template.parts()) {
      if (part instanceof Template.Literal literal) {
        text.append(literal.text());
      } else if (!(part instanceof Template.Variable variable)
          || !(OWN.contains(variable.name()) || QUERY.contains(variable.name()))) {
        return Optional.empty();
      }
    }
    int own = text.indexOf(":///");
    if (own >= 0) {
      text.delete(0, own + 3);
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
  }

  /** Returns the target of a template in several pieces, up to its query. */
  static Optional<String> target(List<Template> pieces) {
    return pieces.isEmpty() ? Optional.empty() : target(pieces.get(0));
  }
}
