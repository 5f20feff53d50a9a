package org.redirlint.rule.rewrite;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Sightings;
import org.redirlint.rule.Sightings.Sighting;
import org.redirlint.rule.Traces;
import org.redirlint.source.Origin;

/**
 * Reports each {@code if} of nginx that keeps its location's {@code try_files} from being done,
 * where a request shows it: an {@code if} whose condition holds is a location of its own, and
 * {@code try_files} is not inherited. One that answers, or goes elsewhere, is meant to.
 *
 * @see <a href="https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#if">if</a>
 */
public final class IfInLocation implements Rule {

  private static final Set<String> DECIDING =
      Set.of(
          "return", "rewrite", "break", "root", "alias", "empty_gif", "stub_status", "flv", "mp4");

  @Override
  public Stream<Finding> check(Project project) {
    Sightings sightings = project.sightings();
    return project
        .directives("if")
        .filter(Occurrence::isNginxHttp)
        .filter(at -> at.directive().body().stream().noneMatch(IfInLocation::decides))
        .flatMap(at -> finding(at, sightings).stream());
  }

  private static Optional<Finding> finding(Occurrence at, Sightings sightings) {
    Optional<LoadedDirective> tryFiles = tryFiles(at.enclosing());
    return tryFiles.flatMap(
        lost ->
            sightings.of(at.origin()).stream()
                .filter(seen -> !Sighting.acts(lost.origin(), seen.hop()))
                .filter(seen -> seen.trial().files().isEmpty() && endsThere(at, seen))
                .findFirst()
                .map(
                    seen ->
                        Finding.at(at.origin())
                            .with("request", Traces.request(seen.hop()))
                            .related(lost.origin(), "is not done")
                            .shownBy(Traces.trace(List.of(seen.hop())))));
  }

  /** Nothing but this block decides the answer: no other location was gone to. */
  private static boolean endsThere(Occurrence at, Sighting seen) {
    return seen.hop().deciding().filter(step -> isIn(at.origin(), step.origin())).isPresent();
  }

  private static boolean isIn(Origin block, Origin place) {
    return place.file().path().equals(block.file().path())
        && place.span().start() >= block.span().start()
        && place.span().end() <= block.span().end();
  }

  private static Optional<LoadedDirective> tryFiles(List<LoadedDirective> enclosing) {
    if (enclosing.isEmpty() || !enclosing.get(enclosing.size() - 1).is("location")) {
      return Optional.empty();
    }
    return enclosing.get(enclosing.size() - 1).body().stream()
        .filter(directive -> directive.is("try_files"))
        .findFirst();
  }

  private static boolean decides(LoadedDirective directive) {
    return DECIDING.contains(directive.name())
        || directive.name().endsWith("_pass")
        || directive.name().contains("_by_lua");
  }
}
