package org.redirlint.rule.redirect;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.source.Origin;

/**
 * Redirects that not every request for their URL gets: conditions ask for more than the URL, a
 * cookie for instance, an address or the time.
 */
final class Conditional {

  private static final Pattern VARIABLE =
      Pattern.compile("%\\{([A-Za-z_:]+)|\\$\\{?([A-Za-z][A-Za-z0-9_]*)");

  /** What is asked of the URL alone. */
  private static final Set<String> OF_THE_URL =
      Set.of(
          "host",
          "http_host",
          "https",
          "is_args",
          "query_string",
          "request_filename",
          "request_scheme",
          "request_uri",
          "scheme",
          "script_name",
          "server_name",
          "server_port",
          "the_request",
          "uri");

  private final Set<Origin> redirects = new HashSet<>();

  /** Finds them in all configurations. */
  Conditional(Project project) {
    boolean pending = false;
    for (Occurrence at : project.directives("RewriteCond", "RewriteRule").toList()) {
      if (at.directive().is("RewriteCond")) {
        pending |= asksForMore(at.directive());
      } else {
        note(at, pending);
        pending = false;
      }
    }
    project
        .directives("return", "rewrite", "Redirect", "RedirectMatch", "RedirectTemp")
        .forEach(at -> note(at, false));
  }

  /** Tells whether a directive redirects only some requests for its URLs. */
  boolean contains(Origin directive) {
    return redirects.contains(directive);
  }

  private void note(Occurrence at, boolean condition) {
    boolean inside =
        at.enclosing().stream()
            .anyMatch(
                block ->
                    block.is("If")
                        ? asksForMore(block)
                        : block.is("ElseIf") || block.is("Else") || block.is("limit_except"));
    if (condition || inside) {
      redirects.add(at.origin());
    }
  }

  private static boolean asksForMore(LoadedDirective condition) {
    for (Argument argument : condition.arguments()) {
      Matcher variable = VARIABLE.matcher(argument.raw());
      while (variable.find()) {
        String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
        if (!OF_THE_URL.contains(name.toLowerCase(Locale.ROOT))) {
          return true;
        }
      }
    }
    return false;
  }
}
