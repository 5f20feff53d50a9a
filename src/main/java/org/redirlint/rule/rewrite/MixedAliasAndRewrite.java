package org.redirlint.rule.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.redirlint.analysis.search.Trial;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Sightings;
import org.redirlint.rule.Sightings.Sighting;
import org.redirlint.rule.Traces;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/**
 * Reports each {@code Redirect} of mod_alias whose requests a {@code RewriteRule} below it takes:
 * mod_rewrite comes first, whatever stands first. Where no rule takes them, both may be mixed.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/mod_alias.html#order">Order of processing</a>
 */
public final class MixedAliasAndRewrite implements Rule {

  private static final String[] REDIRECTS = {"Redirect", "RedirectPermanent", "RedirectTemp"};

  @Override
  public Stream<Finding> check(Project project) {
    Map<Origin, LoadedDirective> rules = new HashMap<>();
    project.directives("RewriteRule").forEach(at -> rules.put(at.origin(), at.directive()));
    if (rules.isEmpty()) {
      return Stream.empty();
    }
    Sightings sightings = project.sightings();
    List<Finding> findings = new ArrayList<>();
    project
        .directives(REDIRECTS)
        .forEach(at -> finding(at, rules, sightings).ifPresent(findings::add));
    return findings.stream();
  }

  private static Optional<Finding> finding(
      Occurrence redirect, Map<Origin, LoadedDirective> rules, Sightings sightings) {
    Optional<String> path =
        redirect.directive().arguments().stream()
            .map(word -> word.value())
            .filter(word -> word.startsWith("/") && word.length() > 1)
            .findFirst()
            .filter(
                word -> word.chars().allMatch(c -> c > ' ' && c < 0x7F && "%?#".indexOf(c) < 0));
    Optional<Sighting> seen = sightings.in(redirect.origin().file()).stream().findFirst();
    if (path.isEmpty() || seen.isEmpty()) {
      return Optional.empty();
    }
    Trial trial = seen.get().toPath(path.get());
    Hop hop = seen.get().site().inquiry().answer(trial);
    Optional<Origin> taking =
        hop.reply().steps().stream()
            .map(Step::origin)
            .filter(place -> rules.containsKey(place) && isBelow(place, redirect.origin()))
            .findFirst();
    boolean taken =
        taking.isPresent() && hop.isRedirect() && !Sighting.acts(redirect.origin(), hop);
    return taken
        ? Optional.of(
            Finding.at(redirect.origin())
                .with("request", Traces.request(hop))
                .with("target", hop.target().map(Object::toString).orElse("nowhere"))
                .related(taking.get(), "is tried before it")
                .shownBy(seen.get().site().ask(trial)))
        : Optional.empty();
  }

  private static boolean isBelow(Origin rule, Origin redirect) {
    return rule.file().path().equals(redirect.file().path())
        && rule.span().start() > redirect.span().start();
  }
}
