package org.redirlint.lint;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.redirlint.ast.Directive;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.lint.settings.ExplainedRedirect;
import org.redirlint.lint.settings.ProjectSettings;
import org.redirlint.rule.Annotation;
import org.redirlint.rule.Annotations;
import org.redirlint.rule.Finding;
import org.redirlint.source.Origin;
import org.redirlint.source.SourceFile;

/** The redirects that a project's settings explain, as if a comment above them did. */
final class ExplainedRedirects implements Annotations.Source {

  private final ProjectSettings settings;
  private final Path workingFolder;
  private final Set<ExplainedRedirect> used = ConcurrentHashMap.newKeySet();

  private ExplainedRedirects(ProjectSettings settings, Path workingFolder) {
    this.settings = settings;
    this.workingFolder = workingFolder;
  }

  static ExplainedRedirects of(ProjectSettings settings, Path workingFolder) {
    return new ExplainedRedirects(settings, workingFolder);
  }

  /** Returns what says something of directives, while it is noted which entries do. */
  Annotations.Source source() {
    return settings.temporary().isEmpty() ? Annotations.Source.NONE : this;
  }

  /**
   * Returns a finding for each entry that explained nothing, though all it may speak of was looked
   * at: files that its patterns name, or else the whole project.
   *
   * @param files the files that were checked
   * @param folders the folders that were searched
   */
  Stream<Diagnostic> unused(Set<Path> files, List<Path> folders) {
    boolean whole = folders.stream().anyMatch(settings.folder()::startsWith);
    return settings.temporary().stream()
        .filter(redirect -> !used.contains(redirect))
        .filter(
            redirect ->
                redirect.files().isEmpty()
                    ? whole
                    : files.stream().anyMatch(file -> settings.isAmong(redirect.files(), file)))
        .flatMap(this::unused);
  }

  private Stream<Diagnostic> unused(ExplainedRedirect redirect) {
    return settings.ruleset().rules().stream()
        .filter(rule -> rule.info().id().equals(Suppressions.UNUSED))
        .map(
            rule ->
                rule.report(
                    Finding.at(redirect.origin())
                        .with("does", "entry explains")
                        .with(
                            "reason",
                            "no directive holds \"" + redirect.directive() + "\" any more")));
  }

  @Override
  public Optional<Annotation> of(SourceFile file, Directive directive) {
    StringBuilder words = new StringBuilder(directive.name());
    directive.arguments().forEach(word -> words.append(' ').append(word.raw()));
    String text = SourceFile.readable(words.toString());
    Path path = workingFolder.resolve(file.path());
    for (ExplainedRedirect redirect : settings.temporary()) {
      boolean here = redirect.files().isEmpty() || settings.isAmong(redirect.files(), path);
      if (here && text.contains(redirect.directive())) {
        used.add(redirect);
        Origin origin = Origin.of(file, directive.span());
        return Optional.of(new Annotation.Temporary(origin, redirect.until(), redirect.reason()));
      }
    }
    return Optional.empty();
  }
}
