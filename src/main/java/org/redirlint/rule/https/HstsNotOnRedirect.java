package org.redirlint.rule.https;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.redirlint.ast.Argument;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.diagnostic.Fix;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Sightings.Sighting;
import org.redirlint.rule.Traces;
import org.redirlint.rule.fix.Lines;
import org.redirlint.rule.fix.Words;
import org.redirlint.semantics.Step;
import org.redirlint.source.Origin;

/**
 * Reports each Strict-Transport-Security header that redirects by https go without: httpd sends
 * what {@code Header} sets with redirects only by {@code always}, and a block of nginx with an
 * {@code add_header} of its own inherits none.
 */
public final class HstsNotOnRedirect implements Rule {

  private static final String[] REDIRECTS = {
    "return",
    "rewrite",
    "Redirect",
    "RedirectPermanent",
    "RedirectTemp",
    "RedirectMatch",
    "RewriteRule"
  };
  private static final String[] PARTS = {
    "Directory",
    "DirectoryMatch",
    "Location",
    "LocationMatch",
    "Files",
    "FilesMatch",
    "If",
    "ElseIf",
    "Else",
    "Limit",
    "LimitExcept"
  };

  @Override
  public Stream<Finding> check(Project project) {
    List<Occurrence> headers = TransportSecurity.directives(project).toList();
    if (headers.isEmpty()) {
      return Stream.empty();
    }
    Map<Origin, Occurrence> redirects = new HashMap<>();
    project.directives(REDIRECTS).forEach(at -> redirects.put(at.origin(), at));
    Map<Origin, Finding> findings = new LinkedHashMap<>();
    for (Sighting sighting : project.sightings().all()) {
      Optional<Occurrence> redirect =
          sighting
              .hop()
              .deciding()
              .map(Step::origin)
              .flatMap(place -> Optional.ofNullable(redirects.get(place)));
      if (sighting.url().scheme().equals("https")
          && sighting.hop().isRedirect()
          && TransportSecurity.field(sighting).isEmpty()
          && redirect.isPresent()) {
        for (Occurrence header : headers) {
          finding(header, redirect.get(), sighting)
              .ifPresent(finding -> findings.putIfAbsent(finding.origin(), finding));
        }
      }
    }
    return new ArrayList<>(findings.values()).stream();
  }

  private static Optional<Finding> finding(
      Occurrence header, Occurrence redirect, Sighting sighting) {
    if (!header.configuration().main().equals(redirect.configuration().main())) {
      return Optional.empty();
    }
    boolean nginx = header.directive().is("add_header");
    if (nginx ? !isAround(header, redirect) : !isMeantFor(header, redirect)) {
      return Optional.empty();
    }
    Finding finding =
        Finding.at(nginx ? redirect.origin() : header.origin())
            .with("request", Traces.request(sighting.hop()))
            .with(
                "reason",
                nginx
                    ? "the block has an add_header of its own and inherits none"
                    : "without \"always\" httpd leaves it out of redirects")
            .shownBy(sighting.observed())
            .fixedBy(nginx ? repeated(header, redirect) : always(header));
    return Optional.of(
        nginx
            ? finding.related(header.origin(), "is not inherited")
            : finding.related(redirect.origin(), "redirects without the header"));
  }

  private static Fix always(Occurrence header) {
    Argument first = header.directive().arguments().get(0);
    return Fix.mending(
        "send the header always", List.of(Words.before(header.directive(), first, "always")));
  }

  private static Fix repeated(Occurrence header, Occurrence redirect) {
    String text = header.origin().file().text(header.origin().span());
    return Fix.mending(
        "repeat the header in the block", List.of(Lines.above(redirect.origin(), text)));
  }

  /** Tells whether the blocks a header stands in are around a redirect, which stands deeper. */
  private static boolean isAround(Occurrence header, Occurrence redirect) {
    List<LoadedDirective> outer = header.enclosing();
    return outer.size() < redirect.enclosing().size()
        && outer.equals(redirect.enclosing().subList(0, outer.size()));
  }

  private static boolean isMeantFor(Occurrence header, Occurrence redirect) {
    boolean gives =
        Stream.of("set", "setifempty", "add", "append", "merge")
            .anyMatch(header.directive().argument(0)::equalsIgnoreCase);
    Optional<LoadedDirective> host = header.nearest("VirtualHost");
    return gives
        && header.nearest(PARTS).isEmpty()
        && (host.isEmpty() || host.equals(redirect.nearest("VirtualHost")));
  }
}
