package org.redirlint.rule.method;

import static java.util.function.Predicate.not;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.analysis.search.MethodTable;
import org.redirlint.diagnostic.Severity;
import org.redirlint.http.Method;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Traces;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/**
 * Reports requests that are redirected by some methods and not, or elsewhere, by others. A method
 * that the server refuses is no branch, and {@code OPTIONS} is not compared: browsers do not follow
 * a redirected preflight.
 */
public final class InconsistentMethodBranches implements Rule {

  @Override
  public Stream<Finding> check(Project project) {
    return project.sites().stream().flatMap(InconsistentMethodBranches::check);
  }

  private static Stream<Finding> check(SiteAnalysis site) {
    Set<Object> known = new HashSet<>();
    List<Finding> findings = new ArrayList<>();
    for (MethodTable table : site.search().methods()) {
      List<Hop> compared = compared(table);
      Optional<Inconsistency> inconsistency = Inconsistency.of(table, compared);
      Set<Origin> places = places(compared);
      if (inconsistency.isPresent() && !places.isEmpty() && known.add(places)) {
        findings.add(finding(table, compared, inconsistency.get(), places));
      }
    }
    return findings.stream();
  }

  private static List<Hop> compared(MethodTable table) {
    List<Hop> compared = new ArrayList<>(table.rows());
    compared.remove(table.row(Method.OPTIONS));
    compared.removeIf(MethodTable::isRefused);
    return compared;
  }

  /** Returns the directives that redirect, in the order of the methods. */
  private static Set<Origin> places(List<Hop> rows) {
    return rows.stream()
        .filter(Hop::isRedirect)
        .flatMap(row -> row.deciding().map(Step::origin).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Finding finding(
      MethodTable table, List<Hop> compared, Inconsistency inconsistency, Set<Origin> places) {
    Origin first = places.iterator().next();
    Finding finding =
        Finding.at(first)
            .as(inconsistency.severity())
            .with("url", table.url())
            .with("problem", inconsistency.words())
            .with("table", words(table))
            .shownBy(Traces.trace(representatives(compared)));
    for (Origin place : places) {
      finding = place.equals(first) ? finding : finding.related(place, "redirects other methods");
    }
    return finding;
  }

  private static List<Hop> representatives(List<Hop> rows) {
    Map<String, Hop> byAnswer = new LinkedHashMap<>();
    rows.forEach(row -> byAnswer.putIfAbsent(answer(row), row));
    return List.copyOf(byAnswer.values());
  }

  private static String words(MethodTable table) {
    Map<String, List<String>> byAnswer = new LinkedHashMap<>();
    for (Hop row : table.rows()) {
      byAnswer.computeIfAbsent(answer(row), a -> new ArrayList<>()).add(row.request().method());
    }
    return byAnswer.entrySet().stream()
        .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
        .collect(Collectors.joining("; "));
  }

  private static String answer(Hop row) {
    if (row.reply().answer() instanceof Answer.Response<String> response) {
      String target = MethodTable.target(row).map(to -> " to " + to).orElse("");
      return row.isRedirect() || MethodTable.isRefused(row)
          ? response.status() + target
          : "not redirected";
    }
    return MethodTable.isRefused(row) ? "closed" : "not redirected";
  }

  /**
   * Why branches do not fit together.
   *
   * @param words a clause
   */
  private record Inconsistency(Severity severity, String words) {

    static Optional<Inconsistency> of(MethodTable table, List<Hop> rows) {
      List<Hop> redirected = rows.stream().filter(Hop::isRedirect).toList();
      if (redirected.isEmpty()) {
        return Optional.empty();
      }
      if (redirected.stream().map(MethodTable::target).distinct().count() > 1) {
        return warning("some methods are redirected elsewhere than others");
      }
      Hop get = table.row(Method.GET);
      Hop head = table.row(Method.HEAD);
      if (rows.contains(get) && rows.contains(head) && get.isRedirect() != head.isRedirect()) {
        return warning("GET and HEAD are not answered alike");
      }
      if (redirected.stream()
              .map(Inconsistency::status)
              .filter(s -> s != 303)
              .map(Inconsistency::isPermanent)
              .distinct()
              .count()
          > 1) {
        return warning("the move is permanent for some methods only");
      }
      long unlike =
          redirected.stream()
              .filter(not(Inconsistency::isRetrieval))
              .map(Inconsistency::status)
              .distinct()
              .count();
      if (unlike > 1) {
        return warning("methods with a body are redirected by different statuses");
      }
      return leftOut(get, rows, redirected);
    }

    /**
     * A redirect that keeps the method and the body has no need to leave a method out; a 303 is
     * what a form is answered with once it is dealt with.
     */
    private static Optional<Inconsistency> leftOut(Hop get, List<Hop> rows, List<Hop> redirected) {
      if (redirected.size() == rows.size()) {
        return Optional.empty();
      }
      boolean branches = redirected.stream().map(Hop::deciding).distinct().count() > 1;
      boolean needless = get.isRedirect() && status(get) >= 307;
      if (redirected.stream().allMatch(row -> status(row) == 303)) {
        return Optional.empty();
      }
      String words = "some methods are redirected and others are not";
      return Optional.of(
          new Inconsistency(branches || needless ? Severity.WARNING : Severity.INFO, words));
    }

    private static Optional<Inconsistency> warning(String words) {
      return Optional.of(new Inconsistency(Severity.WARNING, words));
    }

    private static int status(Hop row) {
      return row.reply().answer() instanceof Answer.Response<String> response
          ? response.status()
          : 0;
    }

    private static boolean isPermanent(int status) {
      return status == 301 || status == 308;
    }

    private static boolean isRetrieval(Hop row) {
      return new Method(row.request().method()).isRetrieval();
    }
  }
}
