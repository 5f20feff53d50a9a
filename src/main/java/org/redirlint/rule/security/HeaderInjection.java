package org.redirlint.rule.security;

import java.util.stream.Stream;
import org.redirlint.analysis.search.Reflection;
import org.redirlint.analysis.search.Reflection.Part;
import org.redirlint.analysis.search.Trial;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Shown;

/**
 * Reports redirects that copy the decoded path into the Location header as it is, and {@code
 * add_header} into one of its own: an encoded line break ends the header there, and what follows
 * are headers and a body of a stranger's making. nginx sends them; httpd answers 500 instead
 * (AH02430).
 */
public final class HeaderInjection implements Rule {

  static final String INJECTED = "\r\nX-Injected: yes";
  private static final String LINE = "%0D%0AX-Injected:%20yes";

  @Override
  public Stream<Finding> check(Project project) {
    return Stream.concat(locations(project), InjectedHeaders.find(project));
  }

  private static Stream<Finding> locations(Project project) {
    return project.sites().stream()
        .flatMap(
            site ->
                Shown.byVariations(
                    site,
                    HeaderInjection::variations,
                    (reflection, hop) -> Shown.location(hop).contains(INJECTED)))
        .map(Shown::finding);
  }

  private static Stream<Trial> variations(Reflection reflection) {
    Trial trial = reflection.trial();
    return reflection.isMadeOf(Part.PATH) ? variations(trial) : Stream.empty();
  }

  /** Returns the same request with an encoded line in its path, at one place and another. */
  static Stream<Trial> variations(Trial trial) {
    String target = trial.url().target();
    return Targets.places(target).stream()
        .map(
            place ->
                trial.to(
                    Targets.with(
                        trial.url(), target.substring(0, place) + LINE + target.substring(place))));
  }
}
