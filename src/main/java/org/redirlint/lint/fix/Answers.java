package org.redirlint.lint.fix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.analysis.search.Observed;
import org.redirlint.analysis.search.Reflection;
import org.redirlint.analysis.search.Trial;
import org.redirlint.lint.fix.DirectivePlace.Edited;
import org.redirlint.rule.Traces;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Hop;

/**
 * The answers of a configuration before and after it is edited, to all requests that were found by
 * searching either.
 *
 * <p>An answer may differ if an edited directive acted on the request before; if it acts on it now,
 * and was never seen to act on any before, as a pattern that nothing matched; or if the finding
 * names the request. A header may differ that an edited directive names.
 */
final class Answers {

  private record Pair(Trial trial, Hop before, Hop after) {}

  private final List<Pair> pairs = new ArrayList<>();

  /** Asks all sites for all requests. */
  Answers(List<SiteAnalysis> before, List<SiteAnalysis> after) {
    for (int i = 0; i < before.size(); i++) {
      SiteAnalysis one = before.get(i);
      SiteAnalysis other = after.get(i);
      for (Trial trial : trials(one, other)) {
        pairs.add(new Pair(trial, one.inquiry().answer(trial), other.inquiry().answer(trial)));
      }
    }
  }

  private static Set<Trial> trials(SiteAnalysis before, SiteAnalysis after) {
    Set<Trial> trials = new LinkedHashSet<>();
    for (SiteAnalysis site : List.of(before, after)) {
      Stream.of(site.search().behaviours(), site.search().endless())
          .flatMap(List::stream)
          .map(Observed::trial)
          .forEach(trials::add);
      site.search().reflections().stream().map(Reflection::trial).forEach(trials::add);
    }
    return trials;
  }

  /**
   * Returns a request that is answered differently and should not be, in words; empty if there is
   * none.
   *
   * @param edited the directives that may act differently
   * @param moved where they are now
   * @param spoken the requests that the findings name, as {@code GET http://example.com/}
   */
  Optional<String> unwanted(
      List<Edited> edited, Map<DirectivePlace, DirectivePlace> moved, Set<String> spoken) {
    Set<DirectivePlace> asleep = new HashSet<>(moved.keySet());
    pairs.forEach(pair -> asleep.removeIf(place -> place.actedOn(pair.before)));
    return pairs.stream()
        .filter(pair -> !sameAnswer(pair, edited))
        .filter(pair -> !spoken.contains(Traces.request(pair.before)))
        .filter(
            pair ->
                moved.entrySet().stream()
                    .noneMatch(
                        place ->
                            place.getKey().actedOn(pair.before)
                                || (asleep.contains(place.getKey())
                                    && place.getValue().actedOn(pair.after))))
        .findFirst()
        .map(
            pair ->
                "%s would be answered by %s instead of %s"
                    .formatted(Traces.request(pair.before), words(pair.after), words(pair.before)));
  }

  private static boolean sameAnswer(Pair pair, List<Edited> edited) {
    Answer<String> before = pair.before.reply().answer();
    Answer<String> after = pair.after.reply().answer();
    return before.equals(after)
        || (before instanceof Answer.Response<String> one
            && after instanceof Answer.Response<String> other
            && one.status() == other.status()
            && one.location().equals(other.location())
            && one.internalLoop() == other.internalLoop()
            && differing(one, other).stream().allMatch(name -> isNamed(name, edited)));
  }

  private static Set<String> differing(Answer.Response<String> one, Answer.Response<String> other) {
    Map<String, List<Answer.Field<String>>> before = byName(one);
    Map<String, List<Answer.Field<String>>> after = byName(other);
    Set<String> names = new HashSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeIf(
        name -> before.getOrDefault(name, List.of()).equals(after.getOrDefault(name, List.of())));
    return names;
  }

  private static Map<String, List<Answer.Field<String>>> byName(Answer.Response<String> response) {
    Map<String, List<Answer.Field<String>>> fields = new TreeMap<>();
    response
        .fields()
        .forEach(
            field ->
                fields
                    .computeIfAbsent(
                        field.name().toLowerCase(Locale.ROOT), first -> new ArrayList<>())
                    .add(field));
    return fields;
  }

  private static boolean isNamed(String field, List<Edited> edited) {
    return edited.stream().anyMatch(e -> e.text().toLowerCase(Locale.ROOT).contains(field));
  }

  private static String words(Hop hop) {
    Answer<String> answer = hop.reply().answer();
    if (answer instanceof Answer.Response<String> response) {
      return response.status() + response.location().map(to -> " to " + to).orElse("");
    }
    if (answer instanceof Answer.Unread<String> unread) {
      return "what cannot be told (" + unread.reason() + ")";
    }
    return answer instanceof Answer.Undetermined<String> unknown
        ? "what cannot be told (" + unknown.reason() + ")"
        : answer instanceof Answer.Upstream<String> ? "another server" : "nothing";
  }
}
