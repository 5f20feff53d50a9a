package org.redirlint.rule.redirect;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.redirlint.ast.FlagList;
import org.redirlint.diagnostic.Fix;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.fix.Lines;
import org.redirlint.source.Span;

/** Reports each 307 of httpd that no comment explains. */
public final class Stray307 implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    Predicate<Occurrence> unexplained =
        directive -> !project.annotations().explains(directive.origin());
    return Stream.concat(
        project
            .directives("RewriteRule")
            .filter(unexplained)
            .flatMap(
                rule -> rewriteRule(rule).map(found -> found.fixedBy(fix(rule, project))).stream()),
        project
            .directives(AliasRedirect.NAMES)
            .filter(unexplained)
            .flatMap(at -> alias(at).map(found -> found.fixedBy(fix(at, project))).stream()));
  }

  private static Optional<Finding> rewriteRule(Occurrence rule) {
    return rule.directive().arguments().stream()
        .skip(2)
        .findFirst()
        .flatMap(FlagList::of)
        .flatMap(flags -> flags.find("R", "redirect"))
        .filter(flag -> StatusWord.ofRewriteFlag(flag.value()) == 307)
        .map(flag -> finding(rule, flag.span(), flag.name() + "=" + flag.value()));
  }

  private static Optional<Finding> alias(Occurrence redirect) {
    AliasRedirect arguments = AliasRedirect.of(redirect);
    return arguments
        .status()
        .filter(status -> arguments.code().orElse(0) == 307)
        .map(status -> finding(redirect, status.span(), status.value()));
  }

  private static Optional<Fix> fix(Occurrence at, Project project) {
    return Lines.commentOut(at.directive(), project)
        .map(edits -> Fix.mending("make a comment of the redirect", edits).ifNamed());
  }

  private static Finding finding(Occurrence at, Span span, String status) {
    return Finding.at(at.origin().at(span))
        .with("directive", at.directive().name())
        .with("status", status);
  }
}
