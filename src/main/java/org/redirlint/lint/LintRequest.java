package org.redirlint.lint;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.redirlint.ast.Dialect;
import org.redirlint.site.Knowledge;
import org.redirlint.source.Contents;
import org.redirlint.source.SourceFile;

/**
 * What to check, and what is known about it.
 *
 * @param workingFolder where relative paths start
 * @param paths files, and folders to be searched for configuration files
 * @param standardInput a file that is not on disk
 * @param dialect the language of all files; if empty, each file tells by its name or content
 * @param knowledge what is known besides the configuration
 * @param allowedRoots folders that may be read besides those of the paths and of the path map
 * @param today tells the day on which promises are measured; Java takes its time to find it out
 * @param changed files that are read as if they had been changed, by their real paths
 */
public record LintRequest(
    Path workingFolder,
    List<Path> paths,
    Optional<SourceFile> standardInput,
    Optional<Dialect> dialect,
    Knowledge knowledge,
    List<Path> allowedRoots,
    Supplier<LocalDate> today,
    Map<Path, SourceFile> changed) {

  public LintRequest {
    paths = List.copyOf(paths);
    allowedRoots = List.copyOf(allowedRoots);
    changed = Map.copyOf(changed);
  }

  /** Takes what to check of the files on disk. */
  public LintRequest(
      Path workingFolder,
      List<Path> paths,
      Optional<SourceFile> standardInput,
      Optional<Dialect> dialect,
      Knowledge knowledge,
      List<Path> allowedRoots,
      LocalDate today) {
    this(
        workingFolder,
        paths,
        standardInput,
        dialect,
        knowledge,
        allowedRoots,
        () -> today,
        Map.of());
  }

  /** Returns what is in the files. */
  public Contents contents() {
    return new Contents(workingFolder, changed);
  }

  /** Returns the same request for files that are read as if they had been changed. */
  public LintRequest with(Map<Path, SourceFile> others) {
    return new LintRequest(
        workingFolder, paths, standardInput, dialect, knowledge, allowedRoots, today, others);
  }

  /** Returns the same request without the file that is not on disk. */
  LintRequest withoutStandardInput() {
    return new LintRequest(
        workingFolder, paths, Optional.empty(), dialect, knowledge, allowedRoots, today, changed);
  }

  /** Returns the same request, more being known. */
  LintRequest with(Knowledge more) {
    return new LintRequest(
        workingFolder, paths, standardInput, dialect, more, allowedRoots, today, changed);
  }

  /** Returns the same request for other paths, relative ones starting at another folder. */
  LintRequest at(Path folder, List<Path> others) {
    return new LintRequest(
        folder, others, standardInput, dialect, knowledge, allowedRoots, today, changed);
  }
}
