package org.redirlint.rule.rewrite;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redirlint.ast.Argument;
import org.redirlint.diagnostic.Fix;
import org.redirlint.diagnostic.TextEdit;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;

/**
 * Reports each {@code rewrite} of nginx that sends every request to the same path of another URL:
 * {@code return} says so without a regular expression.
 *
 * @see <a href="https://nginx.org/en/docs/http/converting_rewrite_rules.html">Converting rewrite
 *     rules</a>
 */
public final class RewriteToReturn implements Rule {

  private static final Pattern EVERYTHING =
      Pattern.compile("\\^|\\^/|\\^\\.\\*\\$?|\\^/?\\(\\.\\*\\)\\$?|\\.\\*|/|\\^/\\.\\*\\$?");
  private static final Pattern SAME_PATH = Pattern.compile("(https?://[^/?#]+)\\$request_uri\\?");
  private static final Pattern CAPTURED =
      Pattern.compile("(https?://[^/?#$]+|https?://\\$(?:host|server_name|http_host))(/?)\\$1");

  @Override
  public Stream<Finding> check(Project project) {
    return project
        .directives("rewrite")
        .filter(Occurrence::isNginxHttp)
        .flatMap(at -> finding(at).stream());
  }

  private static Optional<Finding> finding(Occurrence at) {
    List<Argument> words = at.directive().arguments();
    if (words.size() < 2 || !EVERYTHING.matcher(words.get(0).value()).matches()) {
      return Optional.empty();
    }
    String flag = words.size() > 2 ? words.get(2).value() : "redirect";
    Optional<String> status =
        switch (flag) {
          case "permanent" -> Optional.of("301");
          case "redirect" -> Optional.of("302");
          default -> Optional.empty();
        };
    return status.flatMap(
        code ->
            target(words.get(0).value(), words.get(1).value())
                .map(
                    url ->
                        Finding.at(at.origin())
                            .with("return", "return " + code + " " + url + "$request_uri;")
                            .fixedBy(fix(at, "return " + code + " " + url + "$request_uri;"))));
  }

  private static Fix fix(Occurrence at, String instead) {
    return Fix.mending(
        "put the return in the place of the rewrite",
        List.of(new TextEdit(at.origin().file(), at.origin().span(), instead)));
  }

  private static Optional<String> target(String pattern, String replacement) {
    Matcher same = SAME_PATH.matcher(replacement);
    if (same.matches()) {
      return Optional.of(same.group(1));
    }
    Matcher captured = CAPTURED.matcher(replacement);
    boolean whole =
        captured.matches()
            && pattern.contains("(")
            && pattern.startsWith("^/") != captured.group(2).isEmpty();
    return whole ? Optional.of(captured.group(1)) : Optional.empty();
  }
}
