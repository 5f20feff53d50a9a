package org.redirlint.rule.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.redirlint.analysis.search.Reflection;
import org.redirlint.analysis.search.Reflection.Part;
import org.redirlint.analysis.search.Trial;
import org.redirlint.diagnostic.Fix;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Shown;
import org.redirlint.rule.fix.Flags;
import org.redirlint.semantics.Hop;

/**
 * Reports redirects that encode the percent signs of a path that is encoded already. An argument
 * that holds a URL has to be encoded so; a path has not.
 */
public final class DoubleEncoding implements Rule {

  private static final String NAME = "caf%C3%A9";
  private static final String ENCODED_AGAIN = "caf%25c3";

  @Override
  public Stream<Finding> check(Project project) {
    return project.sites().stream()
        .flatMap(
            site ->
                Shown.byVariations(
                    site, DoubleEncoding::variations, (reflection, hop) -> isEncodedAgain(hop)))
        .map(Shown::finding)
        .map(found -> found.fixedBy(project.at(found.origin()).flatMap(DoubleEncoding::fix)));
  }

  /** Where the flag B is not to blame, the encoding of the whole target is. */
  private static Optional<Fix> fix(Occurrence at) {
    return Flags.remove(at.directive(), "B", "escapebackreferences")
        .map(edit -> Fix.mending("leave the flag B out", List.of(edit)))
        .or(
            () ->
                at.directive().is("RewriteRule")
                    ? Flags.add(at.directive(), "NE")
                        .map(edit -> Fix.mending("add the flag NE", List.of(edit)))
                    : Optional.empty());
  }

  private static Stream<Trial> variations(Reflection reflection) {
    return reflection.isMadeOf(Part.PATH)
        ? Named.variations(reflection.trial(), NAME)
        : Stream.empty();
  }

  private static boolean isEncodedAgain(Hop hop) {
    String path = Shown.location(hop).split("\\?", 2)[0];
    return path.toLowerCase(Locale.ROOT).contains(ENCODED_AGAIN);
  }
}
