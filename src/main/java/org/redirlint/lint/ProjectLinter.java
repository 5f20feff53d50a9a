package org.redirlint.lint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.ast.Document;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Problem;
import org.redirlint.diagnostic.Severity;
import org.redirlint.diagnostic.SiteVerdict;
import org.redirlint.lint.ConfigurationLoader.Loaded;
import org.redirlint.lint.settings.ProjectSettings;
import org.redirlint.lint.settings.SettingsFinder;
import org.redirlint.lint.settings.SeverityOverride;
import org.redirlint.rule.Annotations;
import org.redirlint.source.SourceFile;

/** Checks files as the projects they belong to want them checked. */
public final class ProjectLinter {

  private final SettingsFinder finder;

  /** Takes where settings come from. */
  public ProjectLinter(SettingsFinder finder) {
    this.finder = finder;
  }

  /**
   * Checks what is asked for.
   *
   * @param judging whether to judge of all requests to each site, which takes its time
   * @throws UnreadablePathException if a path is not there, or its language cannot be told
   * @throws org.redirlint.ruleset.yaml.InvalidSettingsException if settings say something wrong
   * @throws UnknownRuleException if rules are named that there are not
   */
  public CheckResult check(LintRequest request, Progress progress, boolean judging) {
    return inspect(
            request,
            progress,
            (settings, part, loaded, explained) ->
                new Inspection(
                    new Linter(settings.ruleset(), judging).check(part, loaded, explained),
                    List.of(),
                    loaded.documents(),
                    loaded.problems()))
        .result();
  }

  /**
   * Checks what is asked for, and returns what is known of the sites as well.
   *
   * @param judging whether to judge of all requests to each site, which takes its time
   * @throws UnreadablePathException if a path is not there, or its language cannot be told
   * @throws org.redirlint.ruleset.yaml.InvalidSettingsException if settings say something wrong
   */
  public Inspection inspect(LintRequest request, Progress progress, boolean judging) {
    return inspect(
        request,
        progress,
        (settings, part, loaded, explained) ->
            new Linter(settings.ruleset(), judging).inspect(part, loaded, explained));
  }

  /** Looks at what was read of a group. */
  private interface Look {
    Inspection at(
        ProjectSettings settings, LintRequest part, Loaded loaded, Annotations.Source explained);
  }

  private Inspection inspect(LintRequest request, Progress progress, Look look) {
    Set<Path> read = new HashSet<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<SiteVerdict> verdicts = new ArrayList<>();
    List<SiteAnalysis> sites = new ArrayList<>();
    List<Document> documents = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<Group> groups = Group.of(request, finder);
    checkSelection();
    Map<Path, ExplainedRedirects> explained = new LinkedHashMap<>();
    for (Group group : groups) {
      List<InputFile> unread =
          group.files().stream().filter(file -> !read.contains(file.path())).toList();
      LintRequest part =
          (group.standardInput() ? request : request.withoutStandardInput())
              .with(request.knowledge().or(group.knowledge()));
      Loaded loaded = ConfigurationLoader.load(part, unread, progress);
      Inspection found =
          look.at(
              group.settings(),
              part.with(
                  part.knowledge()
                      .with(group.backends(loaded.documents(), request.workingFolder()))),
              loaded,
              explained
                  .computeIfAbsent(
                      group.settings().folder(),
                      first -> ExplainedRedirects.of(group.settings(), request.workingFolder()))
                  .source());
      found.result().diagnostics().stream()
          .flatMap(one -> overridden(one, group.settings(), request.workingFolder()).stream())
          .forEach(diagnostics::add);
      verdicts.addAll(found.result().verdicts());
      sites.addAll(found.sites());
      documents.addAll(found.documents());
      problems.addAll(found.problems());
      loaded.documents().forEach(document -> read.add(path(document.source(), request)));
    }
    List<Path> searched =
        request.paths().stream()
            .map(path -> request.workingFolder().resolve(path).normalize())
            .toList();
    explained.values().stream()
        .flatMap(entries -> entries.unused(read, searched))
        .forEach(diagnostics::add);
    CheckResult result =
        new CheckResult(
            read.size(),
            diagnostics.stream().sorted(Linter.BY_PLACE).filter(Linter.firstAtItsPlace()).toList(),
            verdicts);
    return new Inspection(result, sites, documents, problems);
  }

  /** Only now is it known which rules the projects have written themselves. */
  private void checkSelection() {
    try {
      finder.checkSelection();
    } catch (IllegalArgumentException unknown) {
      throw new UnknownRuleException(String.valueOf(unknown.getMessage()));
    }
  }

  /** Returns a finding as much as it matters in its file. */
  private static Optional<Diagnostic> overridden(
      Diagnostic found, ProjectSettings settings, Path workingFolder) {
    Optional<Diagnostic> left = Optional.of(found);
    String rule = found.rule().id();
    for (SeverityOverride override : settings.overrides()) {
      Optional<Severity> severity = override.severities().get(rule);
      if (severity != null
          && settings.isAmong(override.files(), path(found.origin().file(), workingFolder))) {
        left = severity.map(found::as);
      }
    }
    return left;
  }

  private static Path path(SourceFile file, LintRequest request) {
    return path(file, request.workingFolder());
  }

  private static Path path(SourceFile file, Path workingFolder) {
    return workingFolder.resolve(file.path()).normalize();
  }
}
