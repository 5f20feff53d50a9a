package org.redirlint.rule.redirect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.redirlint.ast.Argument;
import org.redirlint.diagnostic.Fix;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.fix.Lines;

/** Reports each 307 of nginx that no comment explains, and which requests it answers. */
public final class Return307Block implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    return project
        .directives("return", "error_page")
        .filter(Occurrence::isNginxHttp)
        .filter(directive -> !project.annotations().explains(directive.origin()))
        .flatMap(at -> finding(at).map(found -> found.fixedBy(fix(at, project))).stream());
  }

  private static Optional<Fix> fix(Occurrence at, Project project) {
    return Lines.commentOut(at.directive(), project)
        .map(edits -> Fix.mending("make a comment of the redirect", edits).ifNamed());
  }

  private static Optional<Finding> finding(Occurrence at) {
    List<Argument> arguments = at.directive().arguments();
    boolean isReturn = at.directive().is("return");
    String status = isReturn ? "307" : "=307";
    return arguments.stream()
        .limit(isReturn ? 1 : arguments.size())
        .filter(argument -> argument.value().equals(status))
        .findFirst()
        .map(argument -> at.directive().originOf(argument))
        .map(
            origin ->
                Finding.at(origin)
                    .with("directive", at.directive().name() + " " + status)
                    .with("requests", isReturn ? "all requests" : "the errors it names")
                    .with("block", Coverage.of(at.enclosing())));
  }
}
