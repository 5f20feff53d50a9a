package org.redirlint.rule.redirect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.analysis.search.Observed;
import org.redirlint.analysis.search.Trial;
import org.redirlint.http.Url;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Shown;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/**
 * Reports each 302 that no comment explains and that moves all pages of a host, or below a path, to
 * the same paths elsewhere, whatever else the request says: search engines go on to show the old
 * URLs (RFC 9110 section 15.4.3). What other rules say of the same directive is not said again.
 * Hosts that only ever lead elsewhere for a while are left alone, and so is a status that somebody
 * has written where nothing tells whose host it is, nor that the other one belongs to it.
 */
public final class SeoTemporaryMove implements Rule {

  /** Names that no configuration knows: where both turn up in the targets, all others do. */
  private static final String PAGE = "some-page";

  private static final String OTHER_PAGE = "other/page";

  /** A host that no configuration knows. */
  private static final String ANY_OTHER = "redirlint.invalid";

  private static final Pattern NUMBER = Pattern.compile("[0-9]");

  @Override
  public Stream<Finding> check(Project project) {
    Set<Origin> told =
        Stream.concat(
                MainNameMoves.of(project).map(Finding::origin),
                project.directives("return").filter(UrlAlone::in).map(Occurrence::origin))
            .collect(Collectors.toSet());
    Conditional conditional = new Conditional(project);
    return project.sites().stream().flatMap(site -> check(site, project, told, conditional));
  }

  private static Stream<Finding> check(
      SiteAnalysis site, Project project, Set<Origin> told, Conditional conditional) {
    Map<Origin, Finding> findings = new LinkedHashMap<>();
    Resolvers resolvers = new Resolvers(site, project);
    for (Observed observed : site.search().behaviours()) {
      Optional<Origin> place = temporary(observed.chain().hops().get(0));
      if (place.isPresent()
          && !told.contains(place.get())
          && !conditional.contains(place.get())
          && !isChosen(site, project, observed, place.get())
          && !resolvers.contains(observed.trial().url().host())
          && !findings.containsKey(place.get())
          && !project.annotations().explains(place.get())) {
        prefixes(path(observed.trial().url()))
            .flatMap(prefix -> finding(site, observed, place.get(), prefix).stream())
            .findFirst()
            .ifPresent(finding -> findings.put(place.get(), finding));
      }
    }
    return findings.values().stream();
  }

  private static Optional<Finding> finding(
      SiteAnalysis site, Observed observed, Origin place, String prefix) {
    Trial trial = at(observed, prefix + PAGE);
    Hop hop = site.inquiry().answer(trial);
    Optional<String> start = start(place, hop, PAGE);
    Hop other = site.inquiry().answer(at(observed, prefix + OTHER_PAGE));
    if (start.isEmpty()
        || !start.equals(start(place, other, OTHER_PAGE))
        || !isMove(trial.url(), hop.target().orElseThrow(), prefix)) {
      return Optional.empty();
    }
    Observed shown = site.ask(trial);
    return shown.assumptions().isEmpty()
        ? Optional.of(Shown.finding(shown).with("all", prefix.equals("/") ? "that host" : prefix))
        : Optional.empty();
  }

  /**
   * Tells whether a written status sends requests away from a host that nothing names: one that
   * keeps its name while what it leads to changes, for instance.
   */
  private static boolean isChosen(
      SiteAnalysis site, Project project, Observed observed, Origin place) {
    Url url = observed.trial().url();
    boolean away =
        observed
            .chain()
            .hops()
            .get(0)
            .target()
            .filter(to -> !to.host().equals(url.host()))
            .isPresent();
    return away
        && site.guesses(url.host())
        && project.at(place).filter(ChosenStatus::isWritten).isPresent()
        && temporary(site.inquiry().answer(at(url, ANY_OTHER, url.target())))
            .filter(place::equals)
            .isPresent();
  }

  /** Returns the directive that answers with a 302. */
  private static Optional<Origin> temporary(Hop hop) {
    return hop.reply().answer() instanceof Answer.Response<String> response
            && response.status() == 302
        ? hop.deciding().map(Step::origin)
        : Optional.empty();
  }

  /** Returns what stands before a page's name in the target of a directive's 302. */
  private static Optional<String> start(Origin place, Hop hop, String page) {
    return temporary(hop)
        .filter(place::equals)
        .flatMap(same -> hop.target())
        .map(Url::toString)
        .filter(target -> target.endsWith("/" + page) && target.indexOf('?') < 0)
        .map(target -> target.substring(0, target.length() - page.length()));
  }

  /**
   * What stays at its host and is not below a path is put below one, as languages are; and where a
   * number comes in, in a path or a host's name, it is the version or the year that is current.
   */
  private static boolean isMove(Url from, Url to, String prefix) {
    boolean elsewhere =
        !from.host().equals(to.host())
            || (!prefix.equals("/") && !from.target().equals(to.target()));
    boolean numbered =
        (!NUMBER.matcher(prefix).find() && NUMBER.matcher(to.target()).find())
            || (!NUMBER.matcher(from.host()).find() && NUMBER.matcher(to.host()).find());
    return elsewhere && !numbered;
  }

  private static Trial at(Observed observed, String path) {
    Url url = observed.trial().url();
    return at(url, url.host(), path);
  }

  private static Trial at(Url url, String host, String path) {
    return Trial.get(new Url(url.scheme(), host, url.port(), path));
  }

  private static String path(Url url) {
    return url.target().split("\\?", 2)[0];
  }

  /** Returns the folder of a path, and the one that it is itself. */
  private static Stream<String> prefixes(String path) {
    return Stream.of(path.substring(0, path.lastIndexOf('/') + 1), path + "/")
        .filter(prefix -> prefix.length() == 1 || !prefix.endsWith("//"));
  }
}
