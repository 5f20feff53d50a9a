package org.redirlint.rule.pattern;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redirlint.analysis.search.Observed;
import org.redirlint.ast.Argument;
import org.redirlint.ast.FlagList;
import org.redirlint.diagnostic.Severity;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Rule;
import org.redirlint.rule.Sightings;
import org.redirlint.rule.Sightings.Sighting;
import org.redirlint.rule.Traces;
import org.redirlint.rule.pattern.WrittenPattern.Subject;

/**
 * Reports each redirect of one page to one target whose pattern, a plain text, is found inside of
 * other paths as well, all the more where it is found inside of their words. What keeps a part of
 * the path, or ends files of a kind, is meant for many.
 */
public final class UnanchoredPattern implements Rule {

  private static final Pattern PLAIN = Pattern.compile("/?[A-Za-z0-9](?:[A-Za-z0-9_/-]|\\\\?\\.)*");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]{3}");
  private static final Pattern VARIABLE = Pattern.compile("[$%][0-9{a-z]");

  @Override
  public Stream<Finding> check(Project project) {
    Sightings sightings = project.sightings();
    return FirstOfFile.of(
        WrittenPattern.in(project)
            .filter(pattern -> pattern.subject() == Subject.PATH && !pattern.negated())
            .filter(pattern -> PLAIN.matcher(pattern.text()).matches())
            .filter(pattern -> WORD.matcher(pattern.text()).find())
            .filter(pattern -> leadsToOnePage(pattern.at()))
            .flatMap(pattern -> finding(pattern, sightings).stream()));
  }

  private static Optional<Finding> finding(WrittenPattern pattern, Sightings sightings) {
    String text = pattern.text().replaceAll("[\\\\$]", "");
    String page = text.startsWith("/") ? text : "/" + text;
    String other = text.startsWith("/") ? "/another" + text : "/un" + text;
    for (Sighting sighting : sightings.of(pattern.acting().origin())) {
      Optional<Observed> shown =
          sighting
              .acting(pattern.acting().origin(), sighting.toPath(other))
              .filter(observed -> observed.chain().last().isRedirect());
      if (shown.isPresent()) {
        return Optional.of(
            Finding.at(pattern.place())
                .as(text.startsWith("/") ? Severity.INFO : Severity.WARNING)
                .with("pattern", pattern.text())
                .with("page", page)
                .with("request", Traces.request(shown.get().chain().last()))
                .shownBy(shown.get()));
      }
    }
    return Optional.empty();
  }

  private static boolean leadsToOnePage(Occurrence at) {
    List<Argument> arguments = at.directive().arguments();
    if (at.directive().is("RewriteRule")) {
      boolean redirects =
          arguments.size() > 2
              && FlagList.of(arguments.get(2))
                  .flatMap(flags -> flags.find("R", "redirect"))
                  .isPresent();
      return redirects && isFixed(arguments.get(1)) && !arguments.get(1).value().equals("-");
    }
    if (at.directive().is("RedirectMatch") || at.directive().is("rewrite")) {
      int target = at.directive().is("rewrite") ? 1 : arguments.size() - 1;
      return arguments.size() > 1 && isFixed(arguments.get(target));
    }
    return false;
  }

  private static boolean isFixed(Argument target) {
    return !VARIABLE.matcher(target.value()).find();
  }
}
