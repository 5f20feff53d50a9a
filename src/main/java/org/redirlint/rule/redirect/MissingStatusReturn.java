package org.redirlint.rule.redirect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.diagnostic.Fix;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Sightings;
import org.redirlint.rule.Sightings.Sighting;
import org.redirlint.rule.Traces;
import org.redirlint.rule.fix.Words;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/**
 * Reports each {@code return} of nginx that is a URL alone and was seen to redirect: nginx answers
 * it with 302. Where {@link MainNameMoves} say why that matters, this adds nothing.
 *
 * @see <a href="https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#return">return</a>
 */
public final class MissingStatusReturn implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    List<Occurrence> returns =
        project
            .directives("return")
            .filter(at -> at.isNginxHttp() && UrlAlone.in(at))
            .filter(at -> !project.annotations().explains(at.origin()))
            .toList();
    if (returns.isEmpty()) {
      return Stream.empty();
    }
    Set<Origin> reported =
        MainNameMoves.of(project).map(Finding::origin).collect(Collectors.toUnmodifiableSet());
    Sightings sightings = project.sightings();
    return returns.stream()
        .filter(at -> !reported.contains(at.origin()))
        .flatMap(at -> finding(at, sightings).stream());
  }

  private static Optional<Finding> finding(Occurrence at, Sightings sightings) {
    return sightings.of(at.origin()).stream()
        .filter(seen -> seen.hop().isRedirect() && decides(at, seen))
        .findFirst()
        .map(
            seen ->
                Finding.at(at.origin())
                    .fixedBy(explicit(at.directive()))
                    .with("request", Traces.request(seen.hop()))
                    .shownBy(seen.observed()));
  }

  private static Fix explicit(LoadedDirective directive) {
    return Fix.tidying(
        "write the status 302, which it has as it is",
        List.of(Words.before(directive, directive.arguments().get(0), "302")));
  }

  private static boolean decides(Occurrence at, Sighting seen) {
    return seen.hop().deciding().map(Step::origin).equals(Optional.of(at.origin()));
  }
}
