package org.redirlint.lint.settings;

import java.nio.file.Path;
import java.util.List;
import org.redirlint.lint.glob.PathGlob;
import org.redirlint.ruleset.Ruleset;
import org.redirlint.ruleset.RulesetLoader;

/**
 * What a project says of its configurations.
 *
 * @param folder the folder the settings lie in, where all their paths start
 * @param ruleset the rules
 * @param overrides other severities for some files
 * @param sites what is known of some files
 * @param temporary redirects that are explained here instead of in a comment
 * @param ignored files that are not checked
 */
public record ProjectSettings(
    Path folder,
    Ruleset ruleset,
    List<SeverityOverride> overrides,
    List<SiteSettings> sites,
    List<ExplainedRedirect> temporary,
    List<PathGlob> ignored) {

  public ProjectSettings {
    overrides = List.copyOf(overrides);
    sites = List.copyOf(sites);
    temporary = List.copyOf(temporary);
    ignored = List.copyOf(ignored);
  }

  /** Returns the settings of a project that says nothing. */
  public static ProjectSettings usual(Path folder) {
    return of(folder, RulesetLoader.load("recommended"));
  }

  /** Returns the settings of a project that names its rules and nothing else. */
  public static ProjectSettings of(Path folder, Ruleset ruleset) {
    return new ProjectSettings(folder, ruleset, List.of(), List.of(), List.of(), List.of());
  }

  /** Returns the same settings with other rules. */
  public ProjectSettings with(Ruleset other) {
    return new ProjectSettings(folder, other, overrides, sites, temporary, ignored);
  }

  /** Tells whether a file is not to be checked. */
  public boolean ignores(Path file) {
    return isAmong(ignored, file);
  }

  /** Tells whether one of some patterns fits a file of this project. */
  public boolean isAmong(List<PathGlob> patterns, Path file) {
    if (patterns.isEmpty() || !file.startsWith(folder)) {
      return false;
    }
    String path = folder.relativize(file).toString();
    return patterns.stream().anyMatch(pattern -> pattern.fits(path));
  }
}
