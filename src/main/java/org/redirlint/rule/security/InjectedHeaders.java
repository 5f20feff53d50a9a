package org.redirlint.rule.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redirlint.analysis.search.Trial;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Sightings.Sighting;
import org.redirlint.rule.Traces;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Answer.Field;
import org.redirlint.semantics.Hop;
import org.redirlint.source.Origin;

/** Finds the {@code add_header} that let a link add further headers, or a body, to the answer. */
final class InjectedHeaders {

  private static final Pattern DECODED =
      Pattern.compile("\\$\\{?(?:uri|document_uri|[1-9])(?![A-Za-z0-9_])");

  private InjectedHeaders() {}

  static Stream<Finding> find(Project project) {
    List<Occurrence> headers =
        project
            .directives("add_header")
            .filter(Occurrence::isNginxHttp)
            .filter(at -> DECODED.matcher(at.directive().argument(1)).find())
            .toList();
    if (headers.isEmpty()) {
      return Stream.empty();
    }
    Map<Origin, Finding> findings = new LinkedHashMap<>();
    for (Sighting sighting : project.sightings().all()) {
      names(sighting.hop())
          .flatMap(name -> adding(name, sighting.hop(), headers).stream())
          .filter(header -> !findings.containsKey(header.origin()))
          .forEach(
              header ->
                  HeaderInjection.variations(sighting.trial())
                      .map(trial -> new Sighting(sighting.site(), trial, answer(sighting, trial)))
                      .filter(
                          tried ->
                              isInjected(tried.hop(), header.directive().argument(0))
                                  && adding(header.directive().argument(0), tried.hop(), headers)
                                      .equals(Optional.of(header)))
                      .findFirst()
                      .ifPresent(
                          tried ->
                              findings.put(
                                  header.origin(),
                                  Finding.at(header.origin())
                                      .with("request", Traces.request(tried.hop()))
                                      .shownBy(tried.observed()))));
    }
    return findings.values().stream();
  }

  private static Hop answer(Sighting sighting, Trial trial) {
    return sighting.site().inquiry().answer(trial);
  }

  private static Stream<String> names(Hop hop) {
    return hop.reply().answer() instanceof Answer.Response<String> response
        ? response.fields().stream().map(Field::name).distinct()
        : Stream.empty();
  }

  private static boolean isInjected(Hop hop, String name) {
    return hop.reply().answer() instanceof Answer.Response<String> response
        && response.fields(name).stream()
            .flatMap(field -> field.value().stream())
            .anyMatch(value -> value.contains(HeaderInjection.INJECTED));
  }

  /**
   * Returns what adds a header to an answer: the only one, or the innermost around what decided.
   */
  private static Optional<Occurrence> adding(String name, Hop hop, List<Occurrence> headers) {
    List<Occurrence> named =
        headers.stream()
            .filter(header -> header.directive().argument(0).equalsIgnoreCase(name))
            .toList();
    if (named.size() == 1) {
      return Optional.of(named.get(0));
    }
    return named.stream()
        .filter(
            header -> hop.deciding().filter(step -> isAround(header, step.origin())).isPresent())
        .reduce((one, other) -> other.enclosing().size() > one.enclosing().size() ? other : one);
  }

  private static boolean isAround(Occurrence header, Origin place) {
    List<LoadedDirective> blocks = header.enclosing();
    return !blocks.isEmpty()
        && blocks.get(blocks.size() - 1).origin().file().path().equals(place.file().path())
        && blocks.get(blocks.size() - 1).origin().span().start() <= place.span().start()
        && place.span().end() <= blocks.get(blocks.size() - 1).origin().span().end();
  }
}
