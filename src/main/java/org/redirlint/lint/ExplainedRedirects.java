package org.redirlint.lint;

import java.nio.file.Path;
import java.util.Optional;
import org.redirlint.ast.Directive;
import org.redirlint.lint.settings.ExplainedRedirect;
import org.redirlint.lint.settings.ProjectSettings;
import org.redirlint.rule.Annotation;
import org.redirlint.rule.Annotations;
import org.redirlint.source.Origin;
import org.redirlint.source.SourceFile;

/** The redirects that a project's settings explain, as if a comment above them did. */
final class ExplainedRedirects implements Annotations.Source {

  private final ProjectSettings settings;
  private final Path workingFolder;

  private ExplainedRedirects(ProjectSettings settings, Path workingFolder) {
    this.settings = settings;
    this.workingFolder = workingFolder;
  }

  static Annotations.Source of(ProjectSettings settings, Path workingFolder) {
    return settings.temporary().isEmpty()
        ? Annotations.Source.NONE
        : new ExplainedRedirects(settings, workingFolder);
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
        Origin origin = Origin.of(file, directive.span());
        return Optional.of(new Annotation.Temporary(origin, redirect.until(), redirect.reason()));
      }
    }
    return Optional.empty();
  }
}
