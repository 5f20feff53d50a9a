package org.redirlint.rule.redirect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.redirlint.ast.Argument;
import org.redirlint.ast.FlagList;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;

/** Reports each redirect that does not say where to. */
public final class MissingLocation implements Rule {

  /** The statuses whose second argument nginx sends as the Location header. */
  private static final Set<String> NGINX_REDIRECTS = Set.of("301", "302", "303", "307", "308");

  @Override
  public Stream<Finding> check(Project project) {
    return Stream.of(
            project.directives("return").flatMap(directive -> nginx(directive).stream()),
            project.directives(AliasRedirect.NAMES).flatMap(directive -> alias(directive).stream()),
            project.directives("RewriteRule").flatMap(directive -> rewriteRule(directive).stream()))
        .flatMap(findings -> findings);
  }

  private static Optional<Finding> nginx(Occurrence at) {
    List<Argument> arguments = at.directive().arguments();
    boolean missing =
        at.isNginxHttp()
            && !arguments.isEmpty()
            && NGINX_REDIRECTS.contains(arguments.get(0).value())
            && (arguments.size() == 1 || arguments.get(1).value().isEmpty())
            && !isSentElsewhere(at, arguments.get(0).value());
    return missing
        ? Optional.of(finding(at, arguments.get(0).value(), "nginx sends an empty Location header"))
        : Optional.empty();
  }

  /** An error page that is no path of the server is a redirect of its own. */
  private static boolean isSentElsewhere(Occurrence at, String status) {
    for (int i = at.enclosing().size() - 1; i >= 0; i--) {
      List<LoadedDirective> pages =
          at.enclosing().get(i).body().stream().filter(one -> one.is("error_page")).toList();
      if (!pages.isEmpty()) {
        return pages.stream().anyMatch(page -> isElsewhere(page.arguments(), status));
      }
    }
    return false;
  }

  private static boolean isElsewhere(List<Argument> page, String status) {
    return page.stream()
            .limit(Math.max(0, page.size() - 1L))
            .anyMatch(word -> word.value().equals(status))
        && !page.get(page.size() - 1).value().matches("[/@].*");
  }

  private static Optional<Finding> alias(Occurrence at) {
    AliasRedirect redirect = AliasRedirect.of(at);
    return redirect
        .status()
        .filter(status -> StatusWord.isRedirect(redirect.code().orElse(0)))
        .filter(status -> redirect.target().isEmpty())
        .map(
            status ->
                finding(
                    at,
                    status.value(),
                    "httpd does not start (\"URL to redirect to is missing\")"));
  }

  private static Optional<Finding> rewriteRule(Occurrence at) {
    List<Argument> arguments = at.directive().arguments();
    if (arguments.size() < 3 || !arguments.get(1).value().equals("-")) {
      return Optional.empty();
    }
    return FlagList.of(arguments.get(2))
        .flatMap(flags -> flags.find("R", "redirect"))
        .map(flag -> StatusWord.ofRewriteFlag(flag.value()))
        .filter(StatusWord::isRedirect)
        .map(
            status ->
                finding(
                    at,
                    status.toString(),
                    "with \"-\" for a target mod_rewrite does not redirect at all"));
  }

  private static Finding finding(Occurrence at, String status, String effect) {
    return Finding.at(at.origin())
        .with("directive", at.directive().name())
        .with("status", status)
        .with("effect", effect);
  }
}
