package org.redirlint.rule.query;

import java.util.stream.Stream;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Shown;

/**
 * Reports redirects whose target has the request's query twice. A whole URL inside of an argument,
 * as logins take it, brings its own query along and does not count.
 */
public final class DuplicatedQuery implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    return project.sites().stream()
        .flatMap(
            site ->
                Shown.byVariations(
                    site,
                    reflection -> Stream.of(Marker.in(reflection.trial())),
                    (reflection, hop) -> isTwice(Shown.location(hop))))
        .map(Shown::finding);
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
