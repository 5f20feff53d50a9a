package org.redirlint.rule.rewrite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redirlint.ast.FlagList;
import org.redirlint.diagnostic.Fix;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Sightings.Sighting;
import org.redirlint.rule.Traces;
import org.redirlint.rule.fix.Flags;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/**
 * Reports each redirect of mod_rewrite whose target a later rule was seen to change, as nothing
 * ends the rewriting in between. A later rule that redirects as well may be meant to.
 */
public final class MissingLastFlag implements Rule {

  private static final String REDIRECTS = "RewriteRule redirects to ";

  private record Place(String path, int offset) {
    static Place of(Origin origin) {
      return new Place(origin.file().path(), origin.span().start());
    }
  }

  @Override
  public Stream<Finding> check(Project project) {
    Map<Place, Occurrence> rules =
        project
            .directives("RewriteRule")
            .collect(Collectors.toMap(rule -> Place.of(rule.origin()), rule -> rule, (a, b) -> a));
    Map<Place, Finding> findings = new LinkedHashMap<>();
    for (Sighting sighting : project.sightings().all()) {
      finding(sighting, rules)
          .ifPresent(finding -> findings.putIfAbsent(Place.of(finding.origin()), finding));
    }
    return findings.values().stream();
  }

  private static Optional<Finding> finding(Sighting sighting, Map<Place, Occurrence> rules) {
    List<Step> steps = sighting.hop().reply().steps();
    if (!sighting.hop().isRedirect()
        || !(sighting.hop().reply().answer() instanceof Answer.Response<String> response)) {
      return Optional.empty();
    }
    String location = response.location().orElse("");
    String shown = location.isEmpty() ? "nowhere" : location;
    for (int i = 0; i + 1 < steps.size(); i++) {
      Optional<Occurrence> first = rule(steps.get(i), rules);
      Optional<Occurrence> second = rule(steps.get(i + 1), rules);
      if (first.isPresent()
          && second.isPresent()
          && !steps.get(i).origin().equals(steps.get(i + 1).origin())
          && has(first.get(), "R", "redirect")
          && !has(first.get(), "L", "last")
          && !has(first.get(), "END", "end")
          && steps.get(i).what().startsWith(REDIRECTS)
          && changes(steps.get(i + 1), target(steps.get(i)))
          && (!has(second.get(), "R", "redirect") || location.indexOf("://", 8) >= 0)) {
        return Optional.of(
            Finding.at(first.get().origin())
                .fixedBy(
                    Flags.add(first.get().directive(), "L")
                        .map(edit -> Fix.mending("add the flag L", List.of(edit))))
                .with("request", Traces.request(sighting.hop()))
                .with("location", shown)
                .with("meant", target(steps.get(i)))
                .related(second.get().origin(), "changes the target")
                .shownBy(sighting.observed()));
      }
    }
    return Optional.empty();
  }

  private static String target(Step redirect) {
    return redirect.what().substring(REDIRECTS.length());
  }

  private static boolean changes(Step step, String target) {
    int to = step.what().indexOf("s to ");
    return to >= 0 && !step.what().substring(to + "s to ".length()).equals(target);
  }

  private static Optional<Occurrence> rule(Step step, Map<Place, Occurrence> rules) {
    return Optional.ofNullable(rules.get(Place.of(step.origin())));
  }

  private static boolean has(Occurrence rule, String shortName, String longName) {
    return rule.directive().arguments().size() > 2
        && FlagList.of(rule.directive().arguments().get(2))
            .flatMap(flags -> flags.find(shortName, longName))
            .isPresent();
  }
}
