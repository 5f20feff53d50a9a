package org.redirlint.rule.redirect;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redirlint.ast.Argument;
import org.redirlint.ast.FlagList;
import org.redirlint.model.httpd.KnownStatuses;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.source.Span;

/** Reports each status that keeps the server from starting, in the server's own words. */
public final class InvalidStatus implements Rule {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  @Override
  public Stream<Finding> check(Project project) {
    return Stream.of(
            project
                .directives("return")
                .filter(Occurrence::isNginxHttp)
                .flatMap(InvalidStatus::nginx),
            project.directives("error_page").flatMap(InvalidStatus::errorPage),
            project.directives("RewriteRule").flatMap(InvalidStatus::rewriteRule),
            project.directives(AliasRedirect.NAMES).flatMap(InvalidStatus::alias))
        .flatMap(findings -> findings)
        .filter(finding -> !project.isReplaced(finding.origin()));
  }

  private static Stream<Finding> nginx(Occurrence at) {
    List<Argument> arguments = at.directive().arguments();
    if (arguments.isEmpty() || (arguments.size() == 1 && isUrl(arguments.get(0).value()))) {
      return Stream.empty();
    }
    String status = arguments.get(0).value();
    boolean valid = NUMBER.matcher(status).matches() && Integer.parseInt(status) <= 999;
    return valid
        ? Stream.empty()
        : finding(at, arguments.get(0).span(), status, "invalid return code \"" + status + "\"");
  }

  private static boolean isUrl(String value) {
    return value.startsWith("http://")
        || value.startsWith("https://")
        || value.startsWith("$scheme");
  }

  /** All arguments but the last, which is the page, and a status after an equals sign. */
  private static Stream<Finding> errorPage(Occurrence at) {
    List<Argument> arguments = at.directive().arguments();
    return arguments.stream()
        .limit(Math.max(0, arguments.size() - 1))
        .flatMap(argument -> errorPageStatus(at, argument));
  }

  private static Stream<Finding> errorPageStatus(Occurrence at, Argument argument) {
    String word = argument.value();
    boolean replaces = word.startsWith("=");
    String status = replaces ? word.substring(1) : word;
    if (!NUMBER.matcher(status).matches()) {
      boolean allowed = replaces && status.isEmpty();
      return allowed
          ? Stream.empty()
          : finding(at, argument.span(), word, "invalid value \"" + word + "\"");
    }
    int number = Integer.parseInt(status);
    return replaces || (number >= 300 && number <= 599 && number != 499)
        ? Stream.empty()
        : finding(at, argument.span(), word, "value \"" + word + "\" must be between 300 and 599");
  }

  private static Stream<Finding> rewriteRule(Occurrence at) {
    return at.directive().arguments().stream()
        .skip(2)
        .limit(1)
        .flatMap(argument -> FlagList.of(argument).stream())
        .flatMap(flags -> flags.flags().stream())
        .filter(flag -> flag.is("R", "redirect"))
        .filter(flag -> !KnownStatuses.isKnown(StatusWord.ofRewriteFlag(flag.value())))
        .flatMap(
            flag ->
                finding(
                    at,
                    flag.span(),
                    flag.value(),
                    "RewriteRule: invalid HTTP response code '" + flag.value() + "' for flag 'R'"));
  }

  private static Stream<Finding> alias(Occurrence at) {
    AliasRedirect redirect = AliasRedirect.of(at);
    if (redirect.status().isEmpty()) {
      return Stream.empty();
    }
    Argument status = redirect.status().get();
    OptionalInt code = redirect.code();
    if (code.isEmpty()) {
      return finding(
          at, status.span(), status.value(), "Redirect: invalid first argument (of three)");
    }
    boolean urlForNoRedirect =
        redirect.target().isPresent() && !StatusWord.isRedirect(code.getAsInt());
    return urlForNoRedirect
        ? finding(at, status.span(), status.value(), "Redirect URL not valid for this status")
        : Stream.empty();
  }

  private static Stream<Finding> finding(Occurrence at, Span span, String status, String reason) {
    return Stream.of(
        Finding.at(at.origin().at(span))
            .with("server", at.configuration().main().dialect().server())
            .with("status", status)
            .with("reason", reason));
  }
}
