package org.redirlint.lint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.source.Origin;

/**
 * Files, and the findings that have to do with them: those that lie in one of them or in what it
 * includes, and those that speak of a place in one.
 */
public final class ConcernedFiles {

  private final Path workingFolder;
  private final Set<Path> files;

  private ConcernedFiles(Path workingFolder, Set<Path> files) {
    this.workingFolder = workingFolder;
    this.files = files;
  }

  /**
   * Returns the files and folders a request names.
   *
   * @throws UnreadablePathException if one of them is not there
   */
  public static ConcernedFiles of(LintRequest request) {
    for (Path path : request.paths()) {
      if (!Files.exists(request.workingFolder().resolve(path))) {
        throw new UnreadablePathException(path + ": there is no such file or folder");
      }
    }
    return of(request.workingFolder(), request.paths());
  }

  /** Returns some files and folders, relative ones starting at the working folder. */
  static ConcernedFiles of(Path workingFolder, List<Path> files) {
    return new ConcernedFiles(
        workingFolder,
        files.stream()
            .map(file -> workingFolder.resolve(file).normalize())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Returns a request for the whole working folder, in which the files are read where they belong.
   */
  public static LintRequest wholeFolder(LintRequest request) {
    return request.at(request.workingFolder(), List.of(Path.of("")));
  }

  /** Returns the findings that have to do with the files. */
  public CheckResult in(CheckResult result) {
    return result.only(
        result.diagnostics().stream()
            .filter(found -> Places.of(found).anyMatch(this::concerns))
            .toList());
  }

  private boolean concerns(Origin place) {
    return holds(workingFolder.resolve(place.file().path()).normalize())
        || place.includedBy().filter(this::concerns).isPresent();
  }

  private boolean holds(Path file) {
    return files.contains(file)
        || Optional.ofNullable(file.getParent()).filter(this::holds).isPresent();
  }
}
