package org.redirlint.rule.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.redirlint.analysis.search.Observed;
import org.redirlint.analysis.search.Trial;
import org.redirlint.diagnostic.Fix;
import org.redirlint.regex.MatchResult;
import org.redirlint.regex.Regex;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Sightings;
import org.redirlint.rule.Sightings.Sighting;
import org.redirlint.rule.pattern.WrittenPattern.Subject;

/**
 * Reports each pattern with a dot that is meant as a dot, where a request shows that it matches
 * something else. A host of another domain does not come here: it is no such request.
 */
public final class UnescapedDot implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    Sightings sightings = project.sightings();
    return FirstOfFile.of(
        WrittenPattern.in(project)
            .filter(pattern -> !pattern.negated())
            .flatMap(pattern -> finding(pattern, sightings).stream()));
  }

  private static Optional<Finding> finding(WrittenPattern pattern, Sightings sightings) {
    Optional<String> escaped = LooseDots.escaped(pattern.text(), pattern.subject());
    if (escaped.isEmpty()) {
      return Optional.empty();
    }
    Optional<Regex> loose = pattern.regex();
    Optional<Regex> strict =
        escaped.flatMap(text -> WrittenPattern.compile(text, pattern.ignoreCase()));
    if (loose.isEmpty() || strict.isEmpty()) {
      return Optional.empty();
    }
    for (Sighting sighting : sightings.of(pattern.acting().origin())) {
      for (Variation other : variations(sighting, pattern.subject(), strict.get())) {
        if (other.subjects().stream()
            .anyMatch(text -> matches(loose.get(), text) && !matches(strict.get(), text))) {
          Optional<Observed> shown = sighting.acting(pattern.acting().origin(), other.trial());
          if (shown.isPresent()) {
            return Optional.of(
                Finding.at(pattern.place())
                    .fixedBy(fix(pattern, escaped.orElse("")))
                    .with("pattern", pattern.text())
                    .with("text", other.subjects().get(0))
                    .shownBy(shown.get()));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Fix> fix(WrittenPattern pattern, String escaped) {
    return pattern
        .edit(pattern.text(), escaped)
        .map(edit -> Fix.mending("escape the dot", List.of(edit)));
  }

  /**
   * A request that differs from one that was seen.
   *
   * @param trial the request
   * @param subjects what may be tested of it: in a folder, the path below it
   */
  private record Variation(Trial trial, List<String> subjects) {}

  private static List<Variation> variations(Sighting sighting, Subject subject, Regex strict) {
    List<Variation> variations = new ArrayList<>();
    if (subject == Subject.HOST) {
      String host = WrittenPattern.host(strict).orElse("");
      for (String other : withoutDot(host, '-')) {
        if (Domains.same(host, other)) {
          variations.add(new Variation(sighting.toHost(other), List.of(other)));
        }
      }
      return variations;
    }
    String path = sighting.path();
    variations.add(new Variation(sighting.toPath(path), tails(path)));
    for (String other : withoutDot(path, 'x')) {
      variations.add(new Variation(sighting.toPath(other), tails(other)));
    }
    return variations;
  }

  private static List<String> withoutDot(String text, char instead) {
    List<String> others = new ArrayList<>();
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
      others.add(text.substring(0, dot) + instead + text.substring(dot + 1));
    }
    return others;
  }

  private static List<String> tails(String path) {
    List<String> tails = new ArrayList<>(List.of(path));
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      tails.add(path.substring(slash + 1));
    }
    return tails;
  }

  private static boolean matches(Regex regex, String text) {
    return regex.match(text) instanceof MatchResult.Matched;
  }
}
