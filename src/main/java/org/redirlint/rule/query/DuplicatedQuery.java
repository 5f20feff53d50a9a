package org.redirlint.rule.query;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.diagnostic.Fix;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Shown;
import org.redirlint.rule.fix.Flags;
import org.redirlint.rule.fix.Words;

/**
 * Reports redirects whose target has the request's query twice. A whole URL inside of an argument,
 * as logins take it, brings its own query along and does not count.
 */
public final class DuplicatedQuery implements Rule {

  /** The end of a word, in front of its closing quote; a question mark there is enough. */
  private static final Pattern END = Pattern.compile("(?<=[^?\"'])(?=[\"']?\\z)");

  private static final Pattern SECOND_QUERY =
      Pattern.compile("(?<=\\$request_uri)(?:\\?|\\$is_args)\\$(?:args|query_string)");

  @Override
  public Stream<Finding> check(Project project) {
    return project.sites().stream()
        .flatMap(
            site ->
                Shown.byVariations(
                    site,
                    reflection -> Stream.of(Marker.in(reflection.trial())),
                    (reflection, hop) -> isTwice(Shown.location(hop))))
        .map(Shown::finding)
        .map(found -> found.fixedBy(project.at(found.origin()).flatMap(DuplicatedQuery::fix)));
  }

  private static Optional<Fix> fix(Occurrence at) {
    LoadedDirective directive = at.directive();
    if (directive.is("RewriteRule")) {
      return Flags.remove(directive, "QSA", "qsappend")
          .map(edit -> Fix.mending("leave the flag QSA out", List.of(edit)));
    }
    if (directive.is("rewrite") && directive.arguments().size() > 1) {
      return Words.part(directive, directive.arguments().get(1), END, "?")
          .map(edit -> Fix.mending("append no query", List.of(edit)));
    }
    return directive.arguments().stream()
        .flatMap(word -> Words.part(directive, word, SECOND_QUERY, "").stream())
        .findFirst()
        .map(edit -> Fix.mending("leave the second query out", List.of(edit)));
  }

  private static boolean isTwice(String location) {
    int mark = location.indexOf('?');
    int first = location.indexOf(Marker.ARGUMENT);
    return mark >= 0
        && mark < first
        && location.substring(mark, first).indexOf('/') < 0
        && Marker.count(location) > 1;
  }
}
