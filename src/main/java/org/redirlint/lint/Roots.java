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

  private final List<Root> roots = new ArrayList<>();

  /**
   * A folder.
   *
   * @param named as it was named, an absolute path
   * @param real where symbolic links by that name lead
   */
  private record Root(Path named, Path real) {}

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
      Path named = folder.toAbsolutePath().normalize();
      realPath(named).ifPresent(real -> roots.add(new Root(named, real)));
    }
  }

  /**
   * Returns the file or folder behind a path if it exists and may be read: without symbolic links
   * below the folder that holds it, which is called as it was named.
   */
  public Optional<Path> permit(Path path) {
    return realPath(path)
        .flatMap(
            file ->
                roots.stream()
                    .filter(root -> file.startsWith(root.real()))
                    .findFirst()
                    .map(root -> root.named().resolve(root.real().relativize(file)).normalize()));
  }

  /**
   * Tells whether a path that need not exist would lie below one of the folders. Symbolic links on
   * the way to it are followed as far as there is something.
   */
  boolean holds(Path path) {
    Path normal = path.toAbsolutePath().normalize();
    Path there = normal;
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    Path place = realPath(there).orElse(there).resolve(there.relativize(normal));
    return roots.stream().anyMatch(root -> place.startsWith(root.real()));
  }

  private static Optional<Path> realPath(Path path) {
    try {
      return Optional.of(path.toRealPath());
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }
}
