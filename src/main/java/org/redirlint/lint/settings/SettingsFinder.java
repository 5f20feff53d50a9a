package org.redirlint.lint.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the settings that hold for a file: those of the nearest folder above it that has some, up
 * to the root of its repository.
 */
public final class SettingsFinder {

  /** The file that holds a project's settings. */
  public static final String NAME = ".redirlint.yaml";

  private final Path workingFolder;
  private final Optional<ProjectSettings> named;
  private final RuleSelection selection;
  private final Map<Path, ProjectSettings> byFolder = new HashMap<>();
  private final Set<String> own = new HashSet<>();
  private Optional<ProjectSettings> usual = Optional.empty();

  /**
   * Takes what whoever runs a check says of settings.
   *
   * @param workingFolder an absolute path, from where messages name files
   * @param file a file whose settings hold for all files
   * @param selection the rules to check
   * @throws org.redirlint.ruleset.yaml.InvalidSettingsException if the file says something wrong
   */
  public SettingsFinder(Path workingFolder, Optional<Path> file, RuleSelection selection) {
    this.workingFolder = workingFolder;
    this.selection = selection;
    this.named = file.map(workingFolder::resolve).map(Path::normalize).map(this::read);
  }

  /**
   * Returns the settings for files in a folder.
   *
   * @param folder an absolute path
   * @throws org.redirlint.ruleset.yaml.InvalidSettingsException if they say something wrong
   */
  public ProjectSettings of(Path folder) {
    if (named.isPresent()) {
      return named.get();
    }
    ProjectSettings known = byFolder.get(folder);
    if (known == null) {
      known = find(folder);
      byFolder.put(folder, known);
    }
    return known;
  }

  /**
   * Refuses names of rules that neither came with redirlint nor stand in settings found so far.
   *
   * @throws IllegalArgumentException if whoever runs the check names such a rule
   */
  public void checkSelection() {
    selection.check(own);
  }

  private ProjectSettings find(Path folder) {
    Path file = folder.resolve(NAME);
    if (Files.isRegularFile(file)) {
      return read(file);
    }
    Path parent = folder.getParent();
    return parent == null || Files.exists(folder.resolve(".git")) ? usual() : of(parent);
  }

  private ProjectSettings usual() {
    if (usual.isEmpty()) {
      usual = Optional.of(selected(ProjectSettings.usual(workingFolder)));
    }
    return usual.get();
  }

  private ProjectSettings read(Path file) {
    return selected(ProjectSettingsReader.read(file, workingFolder.relativize(file).toString()));
  }

  private ProjectSettings selected(ProjectSettings settings) {
    settings.ruleset().own().forEach(rule -> own.add(rule.info().id()));
    return settings.with(selection.of(settings.ruleset()));
  }
}
