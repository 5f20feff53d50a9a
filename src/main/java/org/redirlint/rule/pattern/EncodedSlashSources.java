package org.redirlint.rule.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.analysis.search.Trial;
import org.redirlint.ast.Argument;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.http.Url;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;
import org.redirlint.regex.automaton.LanguageTooLargeException;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Sightings.Sighting;
import org.redirlint.rule.Traces;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Hop;
import org.redirlint.source.Origin;

/**
 * Finds the paths and patterns that only an encoded slash meets, and no request brings one there:
 * nginx looks at decoded paths, as httpd does, which answers such requests by 404 unless told
 * otherwise.
 */
final class EncodedSlashSources {

  /** What a folder's file cannot tell. */
  static final String IS_OFF = "AllowEncodedSlashes is Off where the server is configured";

  /**
   * A path, or a pattern for paths.
   *
   * @param place where it stands
   * @param acting what is seen to act on requests that it matches
   * @param dialect whose it is
   * @param path a path that it matches as it is written
   */
  private record Source(Origin place, List<Origin> acting, Dialect dialect, String path) {}

  /**
   * A request.
   *
   * @param site where it is sent
   */
  private record Attempt(SiteAnalysis site, Trial trial) {

    Hop answer() {
      return site.inquiry().answer(trial);
    }

    Attempt encodedOnce() {
      Url url = trial.url();
      String target = SLASH_ENCODED_AGAIN.matcher(url.target()).replaceAll("%$1");
      return new Attempt(site, trial.to(new Url(url.scheme(), url.host(), url.port(), target)));
    }
  }

  private static final Pattern SLASH = Pattern.compile("(?i)%(2f)");
  private static final Pattern SLASH_ENCODED_AGAIN = Pattern.compile("(?i)%25(2f)");
  private static final Language WITH_SLASH =
      Regex.constant("%2[Ff]").match(Language.ALL).matching();
  private static final Language PATHS =
      Regex.constant("^(?:[A-Za-z0-9._/-]|%2[Ff])+\\z").match(Language.ALL).matching();
  private static final Language REQUEST_LINES =
      Regex.constant("^GET /(?:[A-Za-z0-9._/-]|%2[Ff])+ HTTP/1\\.1\\z")
          .match(Language.ALL)
          .matching();
  private static final Language WITH_SLASH_IN_PATH =
      Regex.constant("^[A-Z]+ [^ ?]*%2[Ff]").match(Language.ALL).matching();
  private static final String[] LITERALS = {
    "location", "Location", "Redirect", "RedirectPermanent", "RedirectTemp"
  };

  private final Project project;
  private final List<Finding> findings = new ArrayList<>();

  private EncodedSlashSources(Project project) {
    this.project = project;
  }

  /** Returns a finding for each of them. */
  static List<Finding> find(Project project) {
    EncodedSlashSources sources = new EncodedSlashSources(project);
    WrittenPattern.in(project).forEach(sources::pattern);
    project.directives(LITERALS).forEach(sources::literal);
    project.directives("RewriteRule").forEach(sources::requestLine);
    return sources.findings;
  }

  private void pattern(WrittenPattern pattern) {
    if (pattern.subject() == WrittenPattern.Subject.PATH
        && !pattern.negated()
        && SLASH.matcher(pattern.text()).find()
        && !pattern.at().directive().argument(0).contains("$request_uri")) {
      sample(pattern.text(), pattern.ignoreCase(), WITH_SLASH, PATHS)
          .ifPresent(
              path ->
                  decoded(
                      new Source(
                          pattern.place(),
                          acting(pattern.acting()),
                          pattern.at().configuration().main().dialect(),
                          path)));
    }
  }

  private void literal(Occurrence at) {
    at.directive().arguments().stream()
        .filter(word -> word.value().startsWith("/"))
        .findFirst()
        .filter(word -> SLASH.matcher(word.value()).find() && PATHS.contains(word.value()))
        .ifPresent(
            word ->
                decoded(
                    new Source(
                        at.directive().originOf(word),
                        acting(at.directive()),
                        at.configuration().main().dialect(),
                        word.value())));
  }

  /**
   * Reports what requests with the slash encoded once are kept from, and those with it encoded
   * twice are not: nothing but the slash is in the way.
   */
  private void decoded(Source source) {
    String twice = SLASH.matcher(source.path).replaceAll("%25$1");
    Stream<Attempt> seen =
        source.acting.stream()
            .flatMap(place -> project.sightings().of(place).stream())
            .filter(sighting -> SLASH_ENCODED_AGAIN.matcher(sighting.path()).find())
            .map(sighting -> new Attempt(sighting.site(), sighting.trial()));
    Stream.concat(seen, attempt(source, twice).stream())
        .filter(attempt -> acts(source, attempt.answer()))
        .map(Attempt::encodedOnce)
        .filter(attempt -> !acts(source, attempt.answer()))
        .findFirst()
        .ifPresent(attempt -> findings.add(finding(source, attempt)));
  }

  private Optional<Attempt> attempt(Source source, String path) {
    return project.sightings().in(source.place.file()).stream()
        .findFirst()
        .map(
            near ->
                new Attempt(near.site(), near.toPath(path.startsWith("/") ? path : "/" + path)));
  }

  /** The request line is tested as it was sent: but only where httpd gets so far. */
  private void requestLine(Occurrence rule) {
    for (LoadedDirective condition : project.conditionsOf(rule.origin())) {
      List<Argument> words = condition.arguments();
      if (words.size() > 1
          && words.get(0).value().equalsIgnoreCase("%{THE_REQUEST}")
          && SLASH.matcher(words.get(1).value()).find()) {
        sample(words.get(1).value(), true, WITH_SLASH_IN_PATH, REQUEST_LINES)
            .ifPresent(
                line ->
                    refused(
                        new Source(
                            condition.originOf(words.get(1)),
                            acting(rule.directive()),
                            rule.configuration().main().dialect(),
                            line.split(" ", 3)[1])));
      }
    }
  }

  private void refused(Source source) {
    attempt(source, source.path)
        .filter(attempt -> isRefused(attempt.answer()))
        .ifPresent(attempt -> findings.add(finding(source, attempt)));
  }

  private static boolean acts(Source source, Hop hop) {
    return source.acting.stream().anyMatch(place -> Sighting.acts(place, hop));
  }

  private static Finding finding(Source source, Attempt attempt) {
    boolean refuses = source.dialect != Dialect.NGINX && isRefused(attempt.answer());
    Finding finding =
        Finding.at(source.place)
            .with("request", Traces.request(attempt.answer()))
            .with(
                "reason",
                refuses
                    ? "never gets here: httpd answers 404 where AllowEncodedSlashes is Off"
                    : "never gets here: the path is looked at with its slashes decoded")
            .shownBy(attempt.site.ask(attempt.trial));
    return source.dialect == Dialect.HTACCESS ? finding.assuming(IS_OFF) : finding;
  }

  /** Tells whether a request was refused before any directive was looked at. */
  private static boolean isRefused(Hop hop) {
    return hop.reply().steps().isEmpty()
        && hop.reply().answer() instanceof Answer.Response<String> answer
        && answer.status() == 404;
  }

  /** Returns a directive and all that stands in it. */
  private static List<Origin> acting(LoadedDirective directive) {
    List<Origin> places = new ArrayList<>();
    places.add(directive.origin());
    directive.body().forEach(inner -> places.addAll(acting(inner)));
    return places;
  }

  /** Returns a text that a pattern matches, if it matches none without the slash. */
  private static Optional<String> sample(
      String pattern, boolean ignoreCase, Language slashed, Language texts) {
    try {
      return WrittenPattern.compile(pattern, ignoreCase)
          .map(regex -> regex.match(Language.ALL).matching())
          .filter(matching -> !matching.meets(slashed.complement().intersect(texts)))
          .flatMap(matching -> matching.intersect(texts).intersect(slashed).shortest());
    } catch (LanguageTooLargeException tooLarge) {
      return Optional.empty();
    }
  }
}
