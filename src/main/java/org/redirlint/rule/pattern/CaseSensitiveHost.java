package org.redirlint.rule.pattern;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.redirlint.analysis.search.Observed;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.diagnostic.Fix;
import org.redirlint.diagnostic.TextEdit;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Sightings;
import org.redirlint.rule.Sightings.Sighting;
import org.redirlint.rule.Traces;
import org.redirlint.rule.fix.Flags;
import org.redirlint.rule.fix.Words;
import org.redirlint.rule.pattern.WrittenPattern.Subject;

/**
 * Reports each pattern for the host that matches no host in lower case: browsers send no other, and
 * nginx makes {@code $host} one (RFC 3986 section 3.2.2).
 */
public final class CaseSensitiveHost implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    Sightings sightings = project.sightings();
    return WrittenPattern.in(project)
        .filter(pattern -> pattern.subject() == Subject.HOST && !pattern.ignoreCase())
        .filter(pattern -> pattern.text().chars().anyMatch(c -> c >= 'A' && c <= 'Z'))
        .flatMap(pattern -> finding(pattern, sightings).stream());
  }

  private static Optional<Finding> finding(WrittenPattern pattern, Sightings sightings) {
    Optional<String> meant = sample(pattern, true);
    if (meant.isEmpty() || sample(pattern, false).isPresent()) {
      return Optional.empty();
    }
    Finding finding =
        Finding.at(pattern.place())
            .fixedBy(fix(pattern))
            .with("pattern", pattern.text())
            .with("effect", pattern.negated() ? "always holds" : "never holds")
            .with("host", meant.get());
    return witness(pattern, meant.get(), sightings)
        .map(shown -> finding.shownBy(Traces.trace(shown.chain())));
  }

  private static Optional<Fix> fix(WrittenPattern pattern) {
    LoadedDirective directive = pattern.at().directive();
    Optional<TextEdit> edit =
        pattern.at().isNginxHttp()
            ? directive.arguments().stream()
                .filter(word -> word.value().equals("~") || word.value().equals("!~"))
                .findFirst()
                .map(word -> Words.instead(directive, word, word.value() + "*"))
            : Flags.add(directive, "NC");
    return edit.map(change -> Fix.mending("ignore the case of letters", List.of(change)));
  }

  /** Of several sites, the one is asked that was seen to use the file. */
  private static Optional<Observed> witness(
      WrittenPattern pattern, String host, Sightings sightings) {
    return sightings.in(pattern.place().file()).stream()
        .findFirst()
        .map(sighting -> sighting.site().ask(sighting.toHost(host)))
        .filter(
            observed ->
                Sighting.acts(pattern.acting().origin(), observed.chain().last())
                    == pattern.negated());
  }

  private static Optional<String> sample(WrittenPattern pattern, boolean ignoreCase) {
    return WrittenPattern.compile(pattern.text(), ignoreCase).flatMap(WrittenPattern::host);
  }
}
