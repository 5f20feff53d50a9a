package org.redirlint.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.analysis.Verdict;
import org.redirlint.analysis.Witness;
import org.redirlint.analysis.search.Front;
import org.redirlint.ast.Document;
import org.redirlint.ast.Placeholders;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Problem;
import org.redirlint.diagnostic.Severity;
import org.redirlint.diagnostic.SiteVerdict;
import org.redirlint.lint.ConfigurationLoader.Loaded;
import org.redirlint.rule.Annotations;
import org.redirlint.rule.Project;
import org.redirlint.ruleset.Ruleset;
import org.redirlint.site.Gateways;
import org.redirlint.site.Knowledge;
import org.redirlint.site.Target;
import org.redirlint.site.Targets;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/** Checks files by the rules of a ruleset. */
public final class Linter {

  /** The order in which findings are told. */
  static final Comparator<Diagnostic> BY_PLACE = Linter::compare;

  private static final String GENERAL = "invalid-configuration";

  private final Ruleset ruleset;
  private final boolean judging;

  /** Returns a linter for a ruleset, which also judges of all requests to each site. */
  public Linter(Ruleset ruleset) {
    this(ruleset, true);
  }

  /**
   * Returns a linter for a ruleset.
   *
   * @param judging whether to judge of all requests to each site, which takes its time
   */
  public Linter(Ruleset ruleset, boolean judging) {
    this.ruleset = ruleset;
    this.judging = judging;
  }

  /**
   * Checks what is asked for.
   *
   * @throws UnreadablePathException if a path is not there, or its language cannot be told
   */
  public CheckResult check(LintRequest request, Progress progress) {
    return check(request, ConfigurationLoader.load(request, progress), Annotations.Source.NONE);
  }

  /**
   * Checks what was read, part by part: what is known of a site is kept no longer than its part
   * takes.
   *
   * @param explained what is said of directives besides the comments
   */
  CheckResult check(LintRequest request, Loaded loaded, Annotations.Source explained) {
    return CheckResult.together(
        loaded.parts().parallelStream()
            .map(part -> inspect(request, part, explained).result())
            .toList());
  }

  /**
   * Checks what was read as a whole.
   *
   * @param explained what is said of directives besides the comments
   */
  Inspection inspect(LintRequest request, Loaded loaded, Annotations.Source explained) {
    List<Problem> problems = new ArrayList<>(loaded.problems());
    List<Target> targets =
        Gateways.joined(
            Targets.of(loaded.configurations(), request.knowledge(), request.contents()),
            request.knowledge().backends());
    Set<SourceFile> checked =
        loaded.documents().stream().map(Document::source).collect(Collectors.toSet());
    Placeholders placeholders = Placeholders.of(loaded.configurations());
    Gaps gaps = new Gaps(loaded, placeholders);
    List<SiteAnalysis> sites = new ArrayList<>();
    for (Target target : targets) {
      target.problems().stream()
          .filter(problem -> checked.contains(problem.origin().file()))
          .forEach(problems::add);
      sites.add(analysis(target, request.knowledge(), gaps));
    }
    // Each site is worked out by itself; rules then find what they ask for.
    List<SiteVerdict> verdicts =
        judging ? sites.parallelStream().map(Linter::verdict).toList() : List.of();
    Project project =
        new Project(
            loaded.configurations(),
            sites,
            Unfilled.together(problems, loaded.documents(), placeholders),
            placeholders,
            Annotations.of(loaded.documents(), explained),
            request.today());
    List<Diagnostic> found =
        project.parts().parallelStream()
            .flatMap(part -> ruleset.rules().stream().flatMap(rule -> rule.check(part)))
            .toList();
    List<Diagnostic> diagnostics =
        found.stream().sorted(BY_PLACE).filter(firstAtItsPlace()).toList();
    CheckResult result =
        new CheckResult(
            loaded.documents().size(),
            new Suppressions(project.annotations(), ruleset)
                .apply(withoutRepetitions(diagnostics)).stream().sorted(BY_PLACE).toList(),
            verdicts);
    return new Inspection(result, sites, loaded.documents(), loaded.problems());
  }

  private static SiteAnalysis analysis(Target target, Knowledge knowledge, Gaps gaps) {
    return new SiteAnalysis(
        target.scope(),
        target.files(),
        target.site(),
        target.facts(),
        knowledge.hosts(),
        target.behind() ? Front.GIVEN : knowledge.tlsUpstream() ? Front.ENDS_TLS : Front.UNKNOWN,
        gaps.in(target.files()));
  }

  private static SiteVerdict verdict(SiteAnalysis site) {
    if (site.loops()) {
      return site.unfilled()
          .map(part -> SiteVerdict.undecided(site.scope(), "it loops if " + part.supposition()))
          .orElseGet(() -> SiteVerdict.loops(site.scope()));
    }
    if (site.proof() instanceof Verdict.LoopFree proof) {
      return SiteVerdict.loopFree(site.scope(), proof.longestChain(), proof.suppositions());
    }
    if (site.proof() instanceof Verdict.Loops loops) {
      List<Witness.Assumption> needed = loops.witnesses().get(0).assumptions();
      return needed.isEmpty()
          ? SiteVerdict.loops(site.scope())
          : SiteVerdict.undecided(site.scope(), "it loops if " + needed.get(0).text());
    }
    return SiteVerdict.undecided(site.scope(), ((Verdict.Undecided) site.proof()).reason());
  }

  /** What a rule explains need not be refused in general as well. */
  private static List<Diagnostic> withoutRepetitions(List<Diagnostic> diagnostics) {
    Map<String, NavigableSet<Integer>> explained = new HashMap<>();
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity() == Severity.ERROR && !isGeneral(diagnostic)) {
        explained
            .computeIfAbsent(diagnostic.origin().file().path(), file -> new TreeSet<>())
            .add(diagnostic.origin().span().start());
      }
    }
    return diagnostics.stream()
        .filter(diagnostic -> !isGeneral(diagnostic) || !isExplained(diagnostic, explained))
        .toList();
  }

  /** One of its words, or the directive itself, has an explanation. */
  private static boolean isExplained(
      Diagnostic general, Map<String, NavigableSet<Integer>> explained) {
    Span span = general.origin().span();
    Integer next =
        explained
            .getOrDefault(general.origin().file().path(), new TreeSet<>())
            .ceiling(span.start());
    return next != null && (next == span.start() || next < span.end());
  }

  private static boolean isGeneral(Diagnostic diagnostic) {
    return diagnostic.rule().id().equals(GENERAL);
  }

  private record Place(String rule, String path, int offset) {
    static Place of(String rule, Diagnostic diagnostic) {
      return new Place(rule, diagnostic.origin().file().path(), diagnostic.origin().span().start());
    }
  }

  /** A file that is included twice has its mistakes but once. */
  static Predicate<Diagnostic> firstAtItsPlace() {
    Set<Place> seen = new HashSet<>();
    return diagnostic -> seen.add(Place.of(diagnostic.rule().id(), diagnostic));
  }

  /** Java makes the parts of a comparator when they are first asked for, and keeps none of them. */
  private static int compare(Diagnostic one, Diagnostic other) {
    int byFile = one.origin().file().path().compareTo(other.origin().file().path());
    int byStart = Integer.compare(one.origin().span().start(), other.origin().span().start());
    int byRule = one.rule().id().compareTo(other.rule().id());
    return byFile != 0 ? byFile : byStart != 0 ? byStart : byRule;
  }
}
