package org.redirlint.lint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redirlint.ast.Document;
import org.redirlint.lint.glob.PathGlob;
import org.redirlint.lint.settings.ProjectSettings;
import org.redirlint.lint.settings.SettingsFinder;
import org.redirlint.lint.settings.SiteSettings;
import org.redirlint.semantics.Handover.Address;
import org.redirlint.site.Knowledge;
import org.redirlint.source.SourceFile;

/**
 * Files that are checked together, as the same settings hold for them and the same is known.
 *
 * @param settings the settings of their project
 * @param site what the settings say of the site they are named for
 * @param files the files
 * @param standardInput whether standard input is checked with them
 */
record Group(
    ProjectSettings settings,
    Optional<SiteSettings> site,
    List<InputFile> files,
    boolean standardInput) {

  Group {
    files = List.copyOf(files);
  }

  /**
   * Puts files into groups: those of a project's sites first, as they may include the others; files
   * that their project ignores are left out.
   */
  static List<Group> of(LintRequest request, SettingsFinder finder) {
    List<Group> groups = new ArrayList<>();
    request.standardInput().ifPresent(source -> groups.add(standardInput(request, source, finder)));
    groups.addAll(of(InputFile.of(request), finder));
    groups.removeIf(group -> group.files.isEmpty() && !group.standardInput);
    return groups;
  }

  private static Group standardInput(
      LintRequest request, SourceFile source, SettingsFinder finder) {
    Path path = request.workingFolder().resolve(source.path()).normalize();
    List<Group> groups =
        of(finder.of(folder(path)), List.of(new InputFile(path, true))).stream()
            .filter(group -> !group.files.isEmpty())
            .toList();
    Group first = groups.get(0);
    return new Group(first.settings, first.site, List.of(), true);
  }

  private static List<Group> of(List<InputFile> files, SettingsFinder finder) {
    Map<Path, ProjectSettings> projects = new LinkedHashMap<>();
    Map<Path, List<InputFile>> byProject = new HashMap<>();
    for (InputFile file : files) {
      ProjectSettings settings = finder.of(folder(file.path()));
      if (!settings.ignores(file.path())) {
        projects.putIfAbsent(settings.folder(), settings);
        byProject.computeIfAbsent(settings.folder(), first -> new ArrayList<>()).add(file);
      }
    }
    List<Group> groups = new ArrayList<>();
    projects.forEach(
        (folder, settings) ->
            groups.addAll(of(settings, byProject.getOrDefault(folder, List.of()))));
    return groups;
  }

  /** A file belongs to the first site that names it, or to none. */
  private static List<Group> of(ProjectSettings settings, List<InputFile> files) {
    List<Group> groups = new ArrayList<>();
    Set<InputFile> left = new LinkedHashSet<>(files);
    for (SiteSettings site : settings.sites()) {
      List<InputFile> own =
          left.stream()
              .filter(f -> site.files().isEmpty() || settings.isAmong(site.allFiles(), f.path()))
              .toList();
      own.forEach(left::remove);
      groups.add(new Group(settings, Optional.of(site), own, false));
    }
    groups.add(new Group(settings, Optional.empty(), List.copyOf(left), false));
    return groups;
  }

  /** Returns what the settings know of their site. */
  Knowledge knowledge() {
    return site.map(SiteSettings::knowledge).orElse(Knowledge.NOTHING);
  }

  /** Returns the names of the backends' files among those that were read. */
  Map<Address, List<String>> backends(Collection<Document> documents, Path workingFolder) {
    Map<Address, List<String>> named = new HashMap<>();
    Map<Address, List<PathGlob>> backends = site.map(SiteSettings::backends).orElse(Map.of());
    backends.forEach(
        (address, globs) ->
            named.put(
                address,
                documents.stream()
                    .map(document -> document.source().path())
                    .filter(
                        path -> settings.isAmong(globs, workingFolder.resolve(path).normalize()))
                    .toList()));
    return named;
  }

  private static Path folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }
}
