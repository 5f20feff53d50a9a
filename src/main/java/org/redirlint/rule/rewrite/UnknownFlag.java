package org.redirlint.rule.rewrite;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.redirlint.ast.Argument;
import org.redirlint.ast.FlagList;
import org.redirlint.ast.FlagList.Flag;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.source.Span;

/**
 * Reports each flag of a rewrite that keeps the server from starting, in the server's own words.
 */
public final class UnknownFlag implements Rule {

  private static final Set<String> OF_REWRITE_RULE =
      Set.of(
          "b",
          "backrefescaping",
          "bctls",
          "bne",
          "bnp",
          "backrefernoplus",
          "c",
          "chain",
          "co",
          "cookie",
          "e",
          "env",
          "end",
          "f",
          "forbidden",
          "g",
          "gone",
          "h",
          "handler",
          "l",
          "last",
          "n",
          "next",
          "nc",
          "nocase",
          "ne",
          "noescape",
          "ns",
          "nosubreq",
          "p",
          "proxy",
          "pt",
          "passthrough",
          "qsa",
          "qsappend",
          "qsd",
          "qsdiscard",
          "qsl",
          "qslast",
          "r",
          "redirect",
          "s",
          "skip",
          "t",
          "type",
          "unsafeallow3f",
          "unsafeprefixstat",
          "unc");

  private static final Set<String> OF_REWRITE_COND =
      Set.of("nc", "nocase", "or", "ornext", "nv", "novary");

  private static final Set<String> OF_NGINX_REWRITE =
      Set.of("last", "break", "redirect", "permanent");

  @Override
  public Stream<Finding> check(Project project) {
    return Stream.of(
            project.directives("RewriteRule").flatMap(at -> httpd(project, at, "RewriteRule")),
            project.directives("RewriteCond").flatMap(at -> httpd(project, at, "RewriteCond")),
            project
                .directives("rewrite")
                .filter(Occurrence::isNginxHttp)
                .flatMap(UnknownFlag::nginx))
        .flatMap(findings -> findings)
        .filter(finding -> !project.isReplaced(finding.origin()));
  }

  private static Stream<Finding> httpd(Project project, Occurrence at, String directive) {
    if (at.directive().arguments().size() < 3) {
      return Stream.empty();
    }
    Argument argument = at.directive().arguments().get(2);
    Optional<FlagList> flags = FlagList.of(argument);
    if (flags.isEmpty()) {
      return finding(at, argument.span(), directive + ": bad flag delimiters");
    }
    return flags.get().flags().stream()
        .filter(flag -> !project.isReplaced(at.origin().at(flag.span())))
        .flatMap(
            flag ->
                refusal(flag, directive).stream()
                    .flatMap(reason -> finding(at, flag.span(), directive + ": " + reason)))
        .limit(1);
  }

  private static Optional<String> refusal(Flag flag, String directive) {
    if (!isKnown(flag, directive)) {
      return Optional.of("unknown flag '" + flag.name() + "'");
    }
    return flag.name().equalsIgnoreCase("BNE") && flag.value().isEmpty()
        ? Optional.of("flag 'BNE' wants a list of characters (i.e. [BNE=...])")
        : Optional.empty();
  }

  /** mod_rewrite looks at no more than the first letter of a flag that begins with D. */
  private static boolean isKnown(Flag flag, String directive) {
    String name = flag.name().toLowerCase(Locale.ROOT);
    return directive.equals("RewriteCond")
        ? OF_REWRITE_COND.contains(name)
        : OF_REWRITE_RULE.contains(name) || name.startsWith("d");
  }

  private static Stream<Finding> nginx(Occurrence at) {
    List<Argument> arguments = at.directive().arguments();
    if (arguments.size() != 3 || OF_NGINX_REWRITE.contains(arguments.get(2).value())) {
      return Stream.empty();
    }
    Argument flag = arguments.get(2);
    return finding(at, flag.span(), "invalid parameter \"" + flag.value() + "\"");
  }

  private static Stream<Finding> finding(Occurrence at, Span span, String reason) {
    return Stream.of(
        Finding.at(at.origin().at(span))
            .with("server", at.configuration().main().dialect().server())
            .with("reason", reason));
  }
}
