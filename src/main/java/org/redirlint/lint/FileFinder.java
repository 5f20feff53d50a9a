package org.redirlint.lint;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Searches a folder for files that may be configuration files; their content has the last word. */
final class FileFinder extends SimpleFileVisitor<Path> {

  private static final Set<String> LEFT_OUT = Set.of(".git", ".hg", ".svn", "node_modules");

  /** The folders whose files are configuration files whatever their names, in either server. */
  private static final Set<String> CONFIGURATION_FOLDERS =
      Set.of(
          "sites-available",
          "sites-enabled",
          "conf-available",
          "conf-enabled",
          "conf.d",
          "vhosts",
          "vhosts.d",
          "snippets");

  private static final List<String> ENDINGS =
      List.of(".conf", ".htaccess", ".nginx", ".vhost", ".inc", ".incl");

  private final List<Path> found = new ArrayList<>();

  private final Path folder;
  private final Path top;
  private final Set<Path> leftOut;
  private final Predicate<Path> wanted;

  /**
   * Takes a folder as it was named, and where it really lies.
   *
   * @param top the folder, or what a symbolic link by its name leads to
   */
  private FileFinder(Path folder, Path top, Set<Path> leftOut, Predicate<Path> wanted) {
    this.folder = folder;
    this.top = top;
    this.leftOut = leftOut;
    this.wanted = wanted;
  }

  /**
   * Returns the candidates below a folder, sorted by path; symbolic links are not followed, except
   * by the folder itself.
   */
  static List<Path> find(Path folder) throws IOException {
    return find(folder, Set.of(), FileFinder::isCandidate);
  }

  /**
   * Returns the files below a folder that are wanted, sorted by path; symbolic links are not
   * followed, except by the folder itself.
   *
   * @param leftOut folders that are not searched
   */
  static List<Path> find(Path folder, Set<Path> leftOut, Predicate<Path> wanted)
      throws IOException {
    Path top = Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
    FileFinder finder = new FileFinder(folder, top, leftOut, wanted);
    Files.walkFileTree(top, finder);
    return finder.found.stream().sorted().toList();
  }

  @Override
  public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
    return LEFT_OUT.contains(name(path)) || leftOut.contains(named(path))
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
    Path file = named(path);
    if (attributes.isRegularFile() && wanted.test(file)) {
      found.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  /** What cannot be looked into is kept, so that reading it tells why. */
  @Override
  public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
    if (path.equals(top)) {
      throw failure;
    }
    found.add(named(path));
    return FileVisitResult.CONTINUE;
  }

  /** Returns a path below the folder by the name that the folder was given. */
  private Path named(Path path) {
    return folder.equals(top) ? path : folder.resolve(top.relativize(path));
  }

  /** Tells by a file's name and folder whether it may be a configuration file. */
  static boolean isCandidate(Path file) {
    String name = name(file).toLowerCase(Locale.ROOT);
    Path folder = file.getParent();
    return ENDINGS.stream().anyMatch(name::endsWith)
        || (folder != null && CONFIGURATION_FOLDERS.contains(name(folder)));
  }

  /**
   * Tells whether a search of a folder would find a file.
   *
   * @param file its path from that folder on
   */
  static boolean isFound(Path file) {
    Path folder = file.getParent();
    return isCandidate(file)
        && (folder == null
            || StreamSupport.stream(folder.spliterator(), false)
                .noneMatch(name -> LEFT_OUT.contains(name.toString())));
  }

  /**
   * Returns the pathspecs by which git knows the files a search would find, and those of a name
   * (gitglossary(7), "pathspec").
   */
  static List<String> pathspecs(String name) {
    Stream<String> endings = ENDINGS.stream().map(ending -> ":(glob,icase)**/*" + ending);
    Stream<String> folders =
        CONFIGURATION_FOLDERS.stream().sorted().map(folder -> ":(glob)**/" + folder + "/*");
    Stream<String> leftOut =
        LEFT_OUT.stream().sorted().map(folder -> ":(glob,exclude)**/" + folder + "/**");
    return Stream.of(endings, folders, Stream.of(":(glob)**/" + name), leftOut)
        .flatMap(specs -> specs)
        .toList();
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
