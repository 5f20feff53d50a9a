package org.redirlint.rule.security;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redirlint.analysis.search.Reflection;
import org.redirlint.analysis.search.Reflection.Part;
import org.redirlint.analysis.search.Trial;
import org.redirlint.http.Url;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Shown;
import org.redirlint.semantics.Hop;

/** Reports redirects whose host can be chosen by whoever writes the link. */
public final class OpenRedirect implements Rule {

  /** A host of somebody else's (RFC 2606). */
  private static final String STRANGER = "attacker.example";

  /** The host stands for good where something follows it. */
  private static final Pattern WITH_HOST = Pattern.compile("\\A[a-z]+://[^/?#\\\\]+[/?#\\\\]");

  private static final Pattern URL =
      Pattern.compile("\\A([a-z]+://)([^/?#\\\\]*)(.*)\\z", Pattern.DOTALL);

  @Override
  public Stream<Finding> check(Project project) {
    return project.sites().stream()
        .flatMap(
            site ->
                Shown.byVariations(
                    site, OpenRedirect::variations, (reflection, hop) -> isAway(hop)))
        .map(Shown::finding);
  }

  private static Stream<Trial> variations(Reflection reflection) {
    if (WITH_HOST.matcher(reflection.beginning()).find()) {
      return Stream.empty();
    }
    Stream<Trial> aimed =
        wanted(reflection.location()).stream()
            .flatMap(wanted -> reflection.to(wanted).stream())
            .filter(trial -> isALink(reflection.trial(), trial));
    return Stream.of(
            aimed,
            reflection.isMadeOf(Part.PATH) ? inThePath(reflection.trial()) : Stream.<Trial>empty(),
            inTheQuery(reflection.trial()))
        .flatMap(each -> each);
  }

  /** A link sets path and query, and nothing else. */
  private static boolean isALink(Trial from, Trial to) {
    return to.method().equals(from.method())
        && to.headers().equals(from.headers())
        && to.url().host().equals(from.url().host());
  }

  private static Set<String> wanted(String location) {
    Set<String> wanted = new LinkedHashSet<>();
    Matcher url = URL.matcher(location);
    if (url.matches()) {
      for (String rest : new String[] {"/", url.group(3)}) {
        wanted.add(url.group(1) + STRANGER + rest);
        wanted.add(url.group(1) + STRANGER + "/" + url.group(2) + rest);
        wanted.add(url.group(1) + url.group(2) + "." + STRANGER + rest);
        wanted.add(url.group(1) + url.group(2) + "@" + STRANGER + rest);
      }
    }
    for (String start : new String[] {"https://", "//", "/\\"}) {
      wanted.add(start + STRANGER + "/");
      wanted.add(start + STRANGER + (location.startsWith("/") ? "" : "/") + location);
    }
    return wanted;
  }

  private static Stream<Trial> inThePath(Trial trial) {
    String target = trial.url().target();
    return Targets.places(target).stream()
        .flatMap(
            place ->
                Stream.of("https://", "/", "", "/%5C", ".", "@")
                    .map(
                        start ->
                            trial.to(
                                Targets.with(
                                    trial.url(),
                                    target.substring(0, place) + start + STRANGER + "/"))));
  }

  private static Stream<Trial> inTheQuery(Trial trial) {
    String target = trial.url().target();
    return Targets.values(target).stream()
        .flatMap(
            place ->
                Stream.of("https://", "//", "")
                    .map(
                        start ->
                            trial.to(
                                Targets.with(
                                    trial.url(),
                                    target.substring(0, place.start())
                                        + start
                                        + STRANGER
                                        + "/"
                                        + target.substring(place.end())))));
  }

  private static boolean isAway(Hop hop) {
    String scheme = hop.url().map(Url::scheme).orElse("");
    Optional<String> host = Landing.host(scheme, Shown.location(hop));
    return host.filter(name -> name.equals(STRANGER) || name.endsWith("." + STRANGER)).isPresent();
  }
}
