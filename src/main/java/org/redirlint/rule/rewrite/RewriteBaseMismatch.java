package org.redirlint.rule.rewrite;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redirlint.ast.Argument;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.diagnostic.Fix;
import org.redirlint.diagnostic.TextEdit;
import org.redirlint.http.Url;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Sightings.Sighting;
import org.redirlint.rule.Traces;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;
import org.redirlint.source.SourceFile;

/**
 * Reports each relative substitution in a folder that was seen to lead out of it: without a {@code
 * RewriteBase} the folder's own path is put before it, which a redirect shows to everybody and a
 * rewrite takes for a URL-path unless an {@code Alias} or the document root lead there; and a
 * {@code RewriteBase} that names another URL-path leads to that one.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html#rewritebase">RewriteBase</a>
 */
public final class RewriteBaseMismatch implements Rule {

  private static final String REDIRECTS = "RewriteRule redirects to ";
  private static final String REWRITES = "RewriteRule rewrites to ";
  private static final String ANEW = "the request is processed anew as ";
  private static final Pattern RELATIVE =
      Pattern.compile("[A-Za-z0-9_.][A-Za-z0-9_.$/-]*(?:[?].*)?");

  /**
   * A rule whose substitution is relative.
   *
   * @param context the folder's directives
   * @param folder the folder; the empty text if it is not told
   */
  private record Relative(LoadedDirective rule, RewriteContext context, String folder) {

    Optional<LoadedDirective> base() {
      return context.directives().stream()
          .filter(directive -> directive.is("RewriteBase"))
          .reduce((earlier, later) -> later);
    }
  }

  /**
   * What came of a substitution.
   *
   * @param before the path with the folder's place before it
   * @param after the URL-path that was made of it
   * @param redirects whether browsers are told
   */
  private record Result(String before, String after, boolean redirects) {}

  @Override
  public Stream<Finding> check(Project project) {
    Map<Origin, Relative> rules = rules(project);
    if (rules.isEmpty()) {
      return Stream.empty();
    }
    FolderUrls urls = FolderUrls.of(project);
    Map<Origin, Finding> findings = new LinkedHashMap<>();
    for (Sighting sighting : project.sightings().all()) {
      List<Step> steps = sighting.hop().reply().steps();
      for (int i = 0; i < steps.size(); i++) {
        Origin place = steps.get(i).origin();
        Optional<Relative> rule = Optional.ofNullable(rules.get(place));
        if (rule.isPresent() && !findings.containsKey(place)) {
          result(steps.subList(i, steps.size()), sighting.hop())
              .flatMap(result -> finding(rule.get(), result, sighting, urls))
              .ifPresent(finding -> findings.put(place, finding));
        }
      }
    }
    return findings.values().stream();
  }

  private static Map<Origin, Relative> rules(Project project) {
    Map<Origin, Relative> rules = new HashMap<>();
    project.configurations().stream()
        .flatMap(configuration -> RewriteContext.of(configuration).stream())
        .forEach(
            context ->
                folder(context)
                    .ifPresent(
                        folder ->
                            context.directives().stream()
                                .filter(RewriteBaseMismatch::isRelative)
                                .forEach(
                                    rule ->
                                        rules.put(
                                            rule.origin(), new Relative(rule, context, folder)))));
    return rules;
  }

  /** Returns the folder of a context, the empty text if it is not told; empty in a server's. */
  private static Optional<String> folder(RewriteContext context) {
    if (context.section().isEmpty()) {
      return context.configuration().main().dialect() == Dialect.HTACCESS
          ? Optional.of("")
          : Optional.empty();
    }
    return context
        .section()
        .filter(section -> section.is("Directory") && section.arguments().size() == 1)
        .map(section -> FolderUrls.withoutSlash(section.argument(0)));
  }

  private static boolean isRelative(LoadedDirective directive) {
    return directive.is("RewriteRule") && RELATIVE.matcher(directive.argument(1)).matches();
  }

  /** The base takes the folder's place once all rules are done. */
  private static Optional<Result> result(List<Step> steps, Hop hop) {
    String what = steps.get(0).what();
    if (what.startsWith(REDIRECTS) && steps.size() == 1) {
      return Url.parse(what.substring(REDIRECTS.length()))
          .flatMap(
              before -> hop.target().map(after -> new Result(path(before), path(after), true)));
    }
    return what.startsWith(REWRITES)
            && steps.size() > 1
            && steps.get(1).origin().equals(steps.get(0).origin())
            && steps.get(1).what().startsWith(ANEW)
        ? Optional.of(
            new Result(
                what.substring(REWRITES.length()),
                steps.get(1).what().substring(ANEW.length()),
                false))
        : Optional.empty();
  }

  private static String path(Url url) {
    return url.target().split("\\?", 2)[0];
  }

  private static Optional<Finding> finding(
      Relative rule, Result result, Sighting sighting, FolderUrls urls) {
    List<String> own = urls.of(rule.folder);
    Optional<String> reason =
        rule.base().isPresent() ? wrongBase(rule, result, own) : noBase(result, sighting);
    return reason.map(
        text ->
            Finding.at(rule.rule.originOf(rule.rule.arguments().get(1)))
                .with("request", Traces.request(sighting.hop()))
                .with("does", result.redirects ? "is redirected to" : "is processed as")
                .with("result", result.after)
                .with("reason", text)
                .shownBy(sighting.observed())
                .fixedBy(fix(rule.rule, own)));
  }

  private static Optional<String> noBase(Result result, Sighting sighting) {
    String folder = result.before.substring(0, result.before.indexOf('/', 1) + 1);
    return result.after.equals(result.before) && !sighting.path().startsWith(folder)
        ? Optional.of("that is its place in the file system, as there is no RewriteBase")
        : Optional.empty();
  }

  private static Optional<String> wrongBase(Relative rule, Result result, List<String> own) {
    String base = FolderUrls.withoutSlash(rule.base().orElseThrow().argument(0)) + "/";
    return !own.isEmpty()
            && result.after.startsWith(base)
            && own.stream().noneMatch(result.after::startsWith)
        ? Optional.of(
            "RewriteBase %s is not the folder's own URL-path, %s"
                .formatted(rule.base().orElseThrow().argument(0), own.get(0)))
        : Optional.empty();
  }

  /** The whole URL-path says what is meant, and leaves all other rules alone. */
  private static Optional<Fix> fix(LoadedDirective rule, List<String> own) {
    Argument substitution = rule.arguments().get(1);
    int start = substitution.span().start() + substitution.raw().indexOf(substitution.value());
    boolean isPlain = substitution.raw().contains(substitution.value());
    SourceFile file = rule.origin().file();
    return own.size() == 1 && isPlain
        ? Optional.of(
            Fix.mending(
                "write the whole URL-path", List.of(TextEdit.insert(file, start, own.get(0)))))
        : Optional.empty();
  }
}
