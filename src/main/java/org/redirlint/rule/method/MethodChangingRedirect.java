package org.redirlint.rule.method;

import static java.util.function.Predicate.not;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.analysis.search.MethodTable;
import org.redirlint.analysis.search.Trial;
import org.redirlint.diagnostic.Fix;
import org.redirlint.diagnostic.Severity;
import org.redirlint.http.Method;
import org.redirlint.http.Url;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.RuleOptions;
import org.redirlint.rule.Traces;
import org.redirlint.rule.fix.OtherStatus;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/**
 * Reports 301 and 302 where requests with a body are meant to come: by a condition on the method,
 * or by a path that programs post to. Clients repeat such a request as GET, and lose the body (RFC
 * 9110 sections 15.4.2 and 15.4.3). A whole site that moves this way is worth one note; what only
 * moves pages that it names is not, as nobody says that forms are sent to them.
 */
public final class MethodChangingRedirect implements Rule {

  private static final List<Method> WITH_BODY = List.of(Method.POST, Method.PUT, Method.PATCH);

  /** A page that no configuration names. */
  private static final String PAGE = "/some-page";

  private final List<String> paths;

  /** Takes the options: {@code paths}, beginnings of paths that programs post to. */
  public MethodChangingRedirect(RuleOptions options) {
    this.paths = options.get("paths");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.sites().stream().flatMap(site -> check(site, project));
  }

  private Stream<Finding> check(SiteAnalysis site, Project project) {
    Map<Origin, Finding> meant = new LinkedHashMap<>();
    Map<Origin, Hop> general = new LinkedHashMap<>();
    for (MethodTable table : site.search().methods()) {
      Optional<Hop> changed =
          WITH_BODY.stream().map(table::row).filter(MethodChangingRedirect::losesBody).findFirst();
      if (changed.isPresent() && changed.get().deciding().isPresent()) {
        Hop row = changed.get();
        Origin place = row.deciding().get().origin();
        if (isBranch(table, place)) {
          meant.putIfAbsent(place, meant(place, row, project));
        } else if (isElsewhere(row) && isWholeSite(place, row, site)) {
          general.putIfAbsent(place, row);
        } else if (isPosted(table.url())) {
          meant.putIfAbsent(place, meant(place, row, project));
        }
      }
    }
    general.keySet().removeAll(meant.keySet());
    return Stream.concat(meant.values().stream(), general(general, project).stream());
  }

  private static boolean losesBody(Hop row) {
    return row.reply().answer() instanceof Answer.Response<String> response
        && (response.status() == 301 || response.status() == 302)
        && row.isRedirect();
  }

  /** Tells whether a directive redirects by some methods only, of those that are taken. */
  private static boolean isBranch(MethodTable table, Origin place) {
    return MethodTable.METHODS.stream()
        .filter(method -> !method.equals(Method.OPTIONS))
        .map(table::row)
        .filter(not(MethodTable::isRefused))
        .anyMatch(row -> row.deciding().filter(step -> step.origin().equals(place)).isEmpty());
  }

  /** Tells whether the same path is looked for at another origin. */
  private static boolean isElsewhere(Hop row) {
    return row.url().isPresent()
        && row.target()
            .filter(to -> to.target().equals(row.url().get().target()))
            .filter(to -> !to.equals(row.url().get()))
            .isPresent();
  }

  /**
   * Tells whether a directive does to a page of any name what it does to the one that was tried.
   */
  private static boolean isWholeSite(Origin place, Hop row, SiteAnalysis site) {
    Url url = row.url().orElseThrow();
    Map<String, String> headers = new HashMap<>();
    row.request().headers().forEach(field -> headers.put(lowerCase(field.name()), field.value()));
    Url page = new Url(url.scheme(), url.host(), url.port(), PAGE + ending(url.target()));
    Hop other =
        site.inquiry()
            .answer(new Trial(new Method(row.request().method()), page, headers, Map.of()));
    return isElsewhere(other) && other.deciding().map(Step::origin).equals(Optional.of(place));
  }

  /** A site may move its programs, which are named by their ending, and keep its pictures. */
  private static String ending(String target) {
    String path = target.split("\\?", 2)[0];
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.indexOf('.') < 0 ? "" : name.substring(name.lastIndexOf('.'));
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private boolean isPosted(Url url) {
    return paths.stream()
        .anyMatch(path -> url.target().equals(path) || url.target().startsWith(path + "/"));
  }

  private static Finding meant(Origin place, Hop row, Project project) {
    return finding(place, row).fixedBy(fix(place, row, project)).as(Severity.WARNING);
  }

  private static Optional<Finding> general(Map<Origin, Hop> rows, Project project) {
    Optional<Finding> finding = Optional.empty();
    for (Map.Entry<Origin, Hop> entry : rows.entrySet()) {
      finding =
          Optional.of(
              finding
                  .map(first -> first.related(entry.getKey(), "does so, too"))
                  .orElseGet(() -> finding(entry.getKey(), entry.getValue()).as(Severity.INFO)));
    }
    Optional<Fix> fix =
        rows.entrySet().stream()
            .flatMap(row -> fix(row.getKey(), row.getValue(), project).stream())
            .reduce(Fix::and);
    return finding.map(found -> found.fixedBy(fix));
  }

  /** A 307 that no comment explains would be the next finding. */
  private static Optional<Fix> fix(Origin place, Hop row, Project project) {
    boolean permanent = keeping(row) == 308;
    return permanent || project.annotations().explains(place)
        ? project.at(place).flatMap(at -> OtherStatus.of(at.directive(), keeping(row)))
        : Optional.empty();
  }

  private static int keeping(Hop row) {
    return row.reply().answer() instanceof Answer.Response<String> response
            && response.status() == 301
        ? 308
        : 307;
  }

  private static Finding finding(Origin place, Hop row) {
    String status =
        row.reply().answer() instanceof Answer.Response<String> response
            ? String.valueOf(response.status())
            : "";
    return Finding.at(place)
        .with("request", Traces.request(row))
        .with("method", row.request().method())
        .with("status", status)
        .with("keeping", keeping(row))
        .shownBy(Traces.trace(List.of(row)));
  }
}
