package org.redirlint.rule;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.analysis.search.Assumption;
import org.redirlint.analysis.search.Observed;
import org.redirlint.analysis.search.Reflection;
import org.redirlint.analysis.search.Trial;
import org.redirlint.diagnostic.Severity;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/** Looks for requests that show what is wrong with a redirect: one for each directive. */
public final class Shown {

  /** After so many redirects made alike of which none has shown anything, no more are tried. */
  private static final int MOST_IN_VAIN = 32;

  private Shown() {}

  /**
   * Tries variations of the requests that are redirected, and returns those that show something.
   *
   * @param variations what to try instead of a redirect's request
   * @param shows tells whether a redirect that was given instead shows it
   */
  public static Stream<Observed> byVariations(
      SiteAnalysis site,
      Function<Reflection, Stream<Trial>> variations,
      BiPredicate<Reflection, Hop> shows) {
    Map<Origin, Observed> found = new LinkedHashMap<>();
    Map<Object, Integer> inVain = new HashMap<>();
    for (Reflection reflection : site.search().reflections()) {
      Object making = reflection.making();
      if (place(reflection.hop()).filter(place -> !found.containsKey(place)).isPresent()
          && inVain.getOrDefault(making, 0) < MOST_IN_VAIN) {
        Optional<Observed> shown =
            variations
                .apply(reflection)
                .filter(trial -> shows(reflection, site.inquiry().answer(trial), shows))
                .findFirst()
                .map(site::ask);
        shown.ifPresent(
            observed -> found.putIfAbsent(place(observed.chain().last()).orElseThrow(), observed));
        inVain.put(making, shown.isPresent() ? 0 : inVain.getOrDefault(making, 0) + 1);
      }
    }
    return found.values().stream();
  }

  private static boolean shows(
      Reflection reflection, Hop hop, BiPredicate<Reflection, Hop> predicate) {
    return hop.isRedirect() && place(hop).isPresent() && predicate.test(reflection, hop);
  }

  private static Optional<Origin> place(Hop hop) {
    return hop.deciding().map(Step::origin);
  }

  /** Returns the Location header of a redirect; empty if there is none. */
  public static String location(Hop hop) {
    return hop.reply().answer() instanceof Answer.Response<String> response
        ? response.location().orElse("")
        : "";
  }

  /**
   * Returns the finding of a redirect at the directive that gives it, with {@code {request}} and
   * {@code {location}}. What is hardly ever so is worth a note.
   */
  public static Finding finding(Observed observed) {
    Hop hop = observed.chain().hops().get(0);
    Finding finding =
        Finding.at(place(hop).orElseThrow())
            .with("request", Traces.request(hop))
            .with("location", location(hop))
            .shownBy(Traces.trace(List.of(hop)));
    for (Assumption assumption : observed.assumptions()) {
      finding = finding.assuming(assumption.text());
    }
    return observed.isPlausible() ? finding : finding.as(Severity.INFO);
  }
}
