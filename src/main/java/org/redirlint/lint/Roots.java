package org.redirlint.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The folders below which files may be read, whatever a configuration or a symbolic link says. */
public final class Roots {

  private final List<Path> real = new ArrayList<>();

  /** Returns the folders that a request allows to read. */
  public static Roots of(LintRequest request) {
    List<Path> folders = new ArrayList<>(request.allowedRoots());
    folders.add(request.workingFolder());
    request.knowledge().pathMap().mappings().forEach(mapping -> folders.add(mapping.to()));
    for (Path path : request.paths()) {
      Path absolute = request.workingFolder().resolve(path).normalize();
      Path parent = absolute.getParent();
      folders.add(Files.isDirectory(absolute) || parent == null ? absolute : parent);
    }
    return new Roots(folders.stream().map(request.workingFolder()::resolve).toList());
  }

  /** Folders that are not there are left out. */
  Roots(Collection<Path> folders) {
    for (Path folder : folders) {
      realPath(folder).ifPresent(real::add);
    }
  }

  /** Returns the file or folder behind a path if it exists and may be read. */
  public Optional<Path> permit(Path path) {
    return realPath(path).filter(this::holds);
  }

  /** Tells whether a path that need not exist would lie below one of the folders. */
  boolean holds(Path path) {
    Path normal = path.toAbsolutePath().normalize();
    return real.stream().anyMatch(normal::startsWith);
  }

  private static Optional<Path> realPath(Path path) {
    try {
      return Optional.of(path.toRealPath());
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }
}
