package org.redirlint.rule.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redirlint.analysis.search.Observed;
import org.redirlint.ast.Argument;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.FlagList;
import org.redirlint.ast.LoadedDirective;
import org.redirlint.diagnostic.Fix;
import org.redirlint.regex.Language;
import org.redirlint.regex.Regex;
import org.redirlint.regex.automaton.LanguageTooLargeException;
import org.redirlint.rule.Finding;
import org.redirlint.rule.Occurrence;
import org.redirlint.rule.Project;
import org.redirlint.rule.Sightings;
import org.redirlint.rule.Sightings.Sighting;
import org.redirlint.rule.Traces;
import org.redirlint.rule.fix.Words;
import org.redirlint.rule.pattern.WrittenPattern.Subject;
import org.redirlint.semantics.Answer;

/**
 * Finds patterns of {@code RewriteRule} that can only match what the server never tries them with:
 * in a folder the path below it, in a server the whole path with its slash.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html#rewriterule">What is
 *     matched?</a>
 */
final class SlashPatterns {

  private static final Language SLASH = Language.startingWith("/");
  private static final Language NO_SLASH = Language.startingWith("/").complement();
  private static final Language PAGES =
      Regex.constant("^/?[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*\\z").match(Language.ALL).matching();
  private static final Set<String> FOLDERS = Set.of("directory", "directorymatch");
  private static final Set<String> TRANSPARENT =
      Set.of("ifmodule", "ifdefine", "ifversion", "iffile", "ifdirective", "ifsection", "limit");

  /** Behind the quotes that a word may have. */
  private static final Pattern LEADING_SLASH = Pattern.compile("(?<=^[\"']?)\\^/");

  private static final Pattern SLASH_AT_START = Pattern.compile(".*\\^[(\\\\]*/.*");

  private SlashPatterns() {}

  /** Returns the patterns in folders that only match paths with a slash at their start. */
  static Stream<Finding> inFolders(Project project) {
    return find(
        project,
        SlashPatterns::isInFolder,
        text -> SLASH_AT_START.matcher(text).matches(),
        SLASH,
        NO_SLASH);
  }

  /** Returns the patterns in virtual hosts that only match paths without a slash at their start. */
  static Stream<Finding> inServers(Project project) {
    return find(
        project,
        SlashPatterns::isInServer,
        text -> text.contains("^") && !text.startsWith("^/"),
        NO_SLASH,
        SLASH);
  }

  /** Long lists are normal: only what looks suspicious is worth an automaton. */
  private static Stream<Finding> find(
      Project project,
      Predicate<Occurrence> here,
      Predicate<String> suspicious,
      Language matched,
      Language tried) {
    if (project.directives("RewriteOptions").findAny().isPresent()) {
      return Stream.empty();
    }
    Sightings sightings = project.sightings();
    Map<Object, Boolean> rewritten = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    project
        .directives("RewriteRule")
        .filter(here)
        .forEach(
            rule -> {
              Object context = context(rule);
              if (suspicious.test(rule.directive().argument(0))
                  && !rewritten.getOrDefault(context, false)) {
                finding(rule, matched, tried, sightings).ifPresent(findings::add);
              }
              rewritten.merge(context, goesOn(rule.directive()), Boolean::logicalOr);
            });
    return findings.stream();
  }

  private static Optional<Finding> finding(
      Occurrence rule, Language matched, Language tried, Sightings sightings) {
    List<Argument> arguments = rule.directive().arguments();
    if (arguments.size() < 2 || arguments.get(0).value().startsWith("!")) {
      return Optional.empty();
    }
    Argument pattern = arguments.get(0);
    Optional<String> sample =
        WrittenPattern.compile(pattern.value(), false)
            .filter(regex -> !meets(regex, tried))
            .flatMap(regex -> sample(pattern.value(), matched));
    return sample.flatMap(
        text ->
            witness(rule, text.startsWith("/") ? text : "/" + text, sightings)
                .map(
                    shown ->
                        Finding.at(rule.directive().originOf(pattern))
                            .fixedBy(fix(rule.directive(), pattern))
                            .with("pattern", pattern.value())
                            .with("path", shown.trial().url().target())
                            .shownBy(Traces.trace(shown.chain()))));
  }

  private static Optional<Fix> fix(LoadedDirective rule, Argument pattern) {
    return pattern.value().startsWith("^/")
        ? Words.part(rule, pattern, LEADING_SLASH, "^")
            .map(edit -> Fix.mending("leave the slash out", List.of(edit)))
        : Optional.empty();
  }

  private static Optional<Observed> witness(Occurrence rule, String path, Sightings sightings) {
    if (!path.chars().allMatch(c -> c > ' ' && c < 0x7F && "%?#\"<>\\^`{|}".indexOf(c) < 0)) {
      return Optional.empty();
    }
    return sightings.in(rule.origin().file()).stream()
        .findFirst()
        .map(sighting -> sighting.site().ask(sighting.toPath(path)))
        .filter(
            shown ->
                shown.chain().last().reply().answer() instanceof Answer.Response<String> answer
                    && answer.status() < 500
                    && !Sighting.acts(rule.origin(), shown.chain().last()));
  }

  /** In doubt, it does. */
  private static boolean meets(Regex regex, Language tried) {
    try {
      return regex.match(Language.ALL).matching().meets(tried);
    } catch (LanguageTooLargeException tooLarge) {
      return true;
    }
  }

  /** A path with some letters in it tells more than the shortest one. */
  private static Optional<String> sample(String pattern, Language matched) {
    String meant = LooseDots.escaped(pattern, Subject.PATH).orElse(pattern);
    try {
      return WrittenPattern.compile(meant, false)
          .map(regex -> regex.match(Language.ALL).matching().intersect(matched))
          .flatMap(paths -> paths.intersect(PAGES).shortest().or(() -> paths.shortest()));
    } catch (LanguageTooLargeException tooLarge) {
      return Optional.empty();
    }
  }

  /** Behind a rule that rewrites and goes on, the next one is tried with anything. */
  private static boolean goesOn(LoadedDirective rule) {
    List<Argument> arguments = rule.arguments();
    Optional<FlagList> flags =
        arguments.size() > 2 ? FlagList.of(arguments.get(2)) : Optional.empty();
    boolean ends =
        flags.isPresent()
            && flags.get().flags().stream()
                .anyMatch(
                    flag ->
                        flag.is("L", "last")
                            || flag.is("END", "end")
                            || flag.is("F", "forbidden")
                            || flag.is("G", "gone"));
    return !ends && arguments.size() > 1 && !arguments.get(1).value().equals("-");
  }

  private static boolean isInFolder(Occurrence rule) {
    Optional<LoadedDirective> section = section(rule);
    return section
        .map(block -> FOLDERS.contains(block.name().toLowerCase(Locale.ROOT)))
        .orElse(rule.configuration().main().dialect() == Dialect.HTACCESS);
  }

  private static boolean isInServer(Occurrence rule) {
    return section(rule).filter(block -> block.is("VirtualHost")).isPresent();
  }

  /** Returns the innermost section that has rules of its own. */
  private static Optional<LoadedDirective> section(Occurrence rule) {
    for (int i = rule.enclosing().size() - 1; i >= 0; i--) {
      if (!TRANSPARENT.contains(rule.enclosing().get(i).name().toLowerCase(Locale.ROOT))) {
        return Optional.of(rule.enclosing().get(i));
      }
    }
    return Optional.empty();
  }

  private static Object context(Occurrence rule) {
    return section(rule)
        .<Object>map(LoadedDirective::origin)
        .orElse(rule.configuration().main().source().path());
  }
}
