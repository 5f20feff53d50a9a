package org.redirlint.lint;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redirlint.ast.Dialect;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.lint.settings.SettingsFinder;

/**
 * What git would commit now, in a folder of its own: the configuration files, with all that lies
 * beside and below those that may include it; where the repository has settings, which may name any
 * file, all of it.
 */
public final class StagedFiles implements AutoCloseable {

  private final Path root;
  private final Path workingFolder;
  private final Path copy;
  private final ConcernedFiles touched;

  private StagedFiles(Path root, Path workingFolder, Path copy) {
    Git git = new Git(root);
    this.root = root;
    this.workingFolder = workingFolder;
    this.copy = copy;
    git.tell(
        wanted(git.names("ls-files", "-z")),
        "checkout-index",
        "--force",
        "--prefix=" + copy + "/",
        "-z",
        "--stdin");
    this.touched = ConcernedFiles.of(here(workingFolder), touched(git, copy));
  }

  /**
   * Takes out what is staged in the repository a folder lies in.
   *
   * @param workingFolder a real path, from where messages name files
   * @throws UnreadablePathException if the folder lies in no working tree
   */
  public static StagedFiles of(Path workingFolder) throws IOException {
    Path root = Git.root(workingFolder);
    Path copy = Files.createTempDirectory("redirlint").toRealPath();
    try {
      // Settings are searched up to a repository's root, and no further.
      Files.createDirectory(copy.resolve(".git"));
      return new StagedFiles(root, workingFolder, copy);
    } catch (IOException | RuntimeException failed) {
      delete(copy);
      throw failed;
    }
  }

  private static List<String> wanted(List<String> names) {
    List<Path> paths = names.stream().map(Path::of).toList();
    if (paths.stream().anyMatch(path -> path.endsWith(SettingsFinder.NAME))) {
      return names;
    }
    Set<Optional<Path>> including = new HashSet<>();
    for (Path path : paths) {
      if (FileFinder.isFound(path)
          && !DialectDetector.byName(path.getFileName().toString())
              .equals(Optional.of(Dialect.HTACCESS))) {
        including.add(folder(path));
      }
    }
    return names.stream()
        .filter(name -> FileFinder.isCandidate(Path.of(name)) || isBelow(Path.of(name), including))
        .toList();
  }

  private static boolean isBelow(Path path, Set<Optional<Path>> folders) {
    Optional<Path> folder = folder(path);
    return folders.contains(folder) || (folder.isPresent() && isBelow(folder.get(), folders));
  }

  /** Returns the folder of a path in the repository; nothing if that is its root. */
  private static Optional<Path> folder(Path path) {
    return Optional.ofNullable(path.getParent());
  }

  /** A file that is gone may have kept its neighbours from looping. */
  private static List<Path> touched(Git git, Path copy) {
    List<Path> touched = new ArrayList<>();
    for (String name :
        git.names("diff", "--cached", "--name-only", "-z", "--no-ext-diff", "--no-renames")) {
      Path path = copy.resolve(name);
      boolean gone = !Files.exists(path) && FileFinder.isFound(Path.of(name));
      touched.add(gone ? copy.resolve(folder(Path.of(name)).orElse(Path.of(""))) : path);
    }
    return touched;
  }

  /** Returns a request for what is staged of the files it names. */
  public LintRequest in(LintRequest request) {
    return request.at(
        here(workingFolder),
        request.paths().stream().map(path -> here(workingFolder.resolve(path))).toList());
  }

  private Path here(Path path) {
    Path normal = path.normalize();
    if (!normal.startsWith(root)) {
      throw new UnreadablePathException(path + ": lies outside of the repository");
    }
    return copy.resolve(root.relativize(normal)).normalize();
  }

  /** Returns the findings that have to do with what is changed by the commit. */
  public CheckResult concerning(CheckResult result) {
    return touched.in(result);
  }

  @Override
  public void close() throws IOException {
    delete(copy);
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
