package org.redirlint.rule.reachability;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.analysis.reachability.Shadow;
import org.redirlint.analysis.reachability.Shadow.Kind;
import org.redirlint.analysis.search.Observed;
import org.redirlint.diagnostic.Fix;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.source.Origin;

/**
 * Reports each redirect or rewrite of every request that stands before those of certain requests:
 * once, where it stands, as that is where the order has to be mended.
 */
public final class CatchAllBeforeSpecific implements Rule {

  /** So many of the directives behind it are shown. */
  private static final int MOST_SHOWN = 5;

  @Override
  public Stream<Finding> check(Project project) {
    return project.sites().stream().flatMap(site -> catchAlls(site, project));
  }

  private static Stream<Finding> catchAlls(SiteAnalysis site, Project project) {
    Map<Optional<Origin>, List<Shadow>> behind =
        site.shadows().stream()
            .filter(shadow -> shadow.kind() == Kind.BEHIND_CATCH_ALL)
            .collect(Collectors.groupingBy(Shadow::by, LinkedHashMap::new, Collectors.toList()));
    return behind.entrySet().stream()
        .flatMap(
            entry -> entry.getKey().stream().map(by -> finding(by, entry.getValue(), project)));
  }

  private static Finding finding(Origin catchAll, List<Shadow> behind, Project project) {
    Finding finding =
        Finding.at(catchAll)
            .with("directive", DirectiveName.of(catchAll))
            .with("behind", behind(behind))
            .fixedBy(commentOut(behind, project));
    for (Shadow shadow : behind.subList(0, Math.min(MOST_SHOWN, behind.size()))) {
      finding = finding.related(shadow.place(), "never comes into play");
    }
    return shown(catchAll, behind, project).map(finding::shownBy).orElse(finding);
  }

  /** A request that is meant for what stands behind shows who takes it. */
  private static Optional<Observed> shown(Origin catchAll, List<Shadow> behind, Project project) {
    return behind.stream()
        .flatMap(shadow -> shadow.sample().stream())
        .filter(sample -> sample.matches("[A-Za-z0-9._/-]+"))
        .limit(MOST_SHOWN)
        .map(sample -> sample.startsWith("/") ? sample : "/" + sample)
        .flatMap(
            path ->
                project.sightings().of(catchAll).stream()
                    .flatMap(near -> near.acting(catchAll, near.toPath(path)).stream()))
        .findFirst();
  }

  private static String behind(List<Shadow> behind) {
    String first = DirectiveName.of(behind.get(0).place());
    return switch (behind.size()) {
      case 1 -> first + " never comes into play";
      case 2 -> first + " and one more directive never come into play";
      default ->
          "%s and %d more directives never come into play".formatted(first, behind.size() - 1);
    };
  }

  /** Whether the order is wrong or the directives are left over, nobody can tell. */
  private static Optional<Fix> commentOut(List<Shadow> behind, Project project) {
    return behind.stream()
        .flatMap(shadow -> Idle.commentOut(shadow.place(), project).stream())
        .reduce(Fix::and)
        .map(Fix::ifNamed);
  }
}
