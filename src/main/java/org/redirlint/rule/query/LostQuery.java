package org.redirlint.rule.query;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redirlint.analysis.search.Observed;
import org.redirlint.analysis.search.Reflection;
import org.redirlint.analysis.search.Reflection.Part;
import org.redirlint.analysis.search.Trial;
import org.redirlint.diagnostic.Severity;
import org.redirlint.http.Url;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Shown;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/**
 * Reports redirects that take the path along and drop the query. Who moves whole pages seldom means
 * to; who writes a question mark at the end, or QSD, may.
 */
public final class LostQuery implements Rule {

  /** A name that nobody else writes: where it turns up again, the path is taken along. */
  private static final String PAGE = "some-page";

  private static final Pattern DROPPED_ON_PURPOSE =
      Pattern.compile("\\?(\"|'|\\s|;|\\z)|\\bQSD\\b|\\bqsdiscard\\b");

  @Override
  public Stream<Finding> check(Project project) {
    return project.sites().stream()
        .flatMap(site -> Shown.byVariations(site, LostQuery::variations, LostQuery::drops))
        .map(LostQuery::finding);
  }

  private static Stream<Trial> variations(Reflection reflection) {
    boolean plain =
        reflection.isMadeOf(Part.PATH)
            && reflection.trial().url().target().indexOf('?') < 0
            && reflection.location().indexOf('?') < 0;
    return plain ? Named.variations(reflection.trial(), PAGE).map(Marker::in) : Stream.empty();
  }

  private static boolean drops(Reflection reflection, Hop hop) {
    return Marker.count(Shown.location(hop)) == 0
        && hop.deciding().map(Step::origin).equals(reflection.hop().deciding().map(Step::origin))
        && hop.target().filter(to -> path(to).contains(PAGE)).isPresent();
  }

  private static String path(Url url) {
    return url.target().split("\\?", 2)[0];
  }

  private static Finding finding(Observed observed) {
    Hop hop = observed.chain().hops().get(0);
    boolean moves = path(hop.target().orElseThrow()).equals(path(hop.url().orElseThrow()));
    Finding finding = Shown.finding(observed);
    return moves && !isOnPurpose(hop) ? finding : finding.as(Severity.INFO);
  }

  private static boolean isOnPurpose(Hop hop) {
    Origin place = hop.deciding().map(Step::origin).orElseThrow();
    String text = place.file().text().substring(place.span().start(), place.span().end());
    return DROPPED_ON_PURPOSE.matcher(text).find();
  }
}
