package org.redirlint.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.Document;
import org.redirlint.diagnostic.Problem;
import org.redirlint.lint.glob.Glob;
import org.redirlint.parse.ConfigurationParser;
import org.redirlint.parse.ParseResult;
import org.redirlint.resolve.IncludedFiles;
import org.redirlint.site.PathMap;
import org.redirlint.source.Contents;
import org.redirlint.source.SourceFile;

/** Reads files, each of them once, and only those that may be read. */
final class DocumentStore implements IncludedFiles {

  /** The names of a server's main file, by which its configuration folder is known. */
  private static final Set<String> NGINX_MAIN = Set.of("nginx.conf");

  private static final Set<String> HTTPD_MAIN =
      Set.of("apache2.conf", "httpd.conf", "conf/httpd.conf");

  /** No server's configuration comes near; what is larger was not written for one. */
  static final int LARGEST_FILE = 64 << 20;

  private final Path workingFolder;
  private final Roots roots;
  private final PathMap pathMap;
  private final Contents contents;
  private final Map<Path, ParseResult> read = new LinkedHashMap<>();

  DocumentStore(Path workingFolder, Roots roots, PathMap pathMap, Contents contents) {
    this.workingFolder = workingFolder;
    this.roots = roots;
    this.pathMap = pathMap;
    this.contents = contents;
  }

  /** Returns all files read so far, in the order in which they were read. */
  Collection<Document> documents() {
    return read.values().stream().map(ParseResult::document).toList();
  }

  /** Returns what could not be read of the files read so far. */
  List<Problem> problems() {
    return read.values().stream().flatMap(result -> result.problems().stream()).toList();
  }

  /**
   * Returns a file's content under the name by which messages call it.
   *
   * @throws IOException if it cannot be read, is no regular file or too large to be a configuration
   */
  SourceFile source(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException("it is not a regular file");
    }
    if (Files.size(path) > LARGEST_FILE) {
      throw new IOException("it is larger than " + LARGEST_FILE + " bytes");
    }
    return contents.read(path);
  }

  /** Returns a file that was read before. */
  Optional<Document> alreadyRead(Path path) {
    return Optional.ofNullable(read.get(path.toAbsolutePath().normalize()))
        .map(ParseResult::document);
  }

  /** Keeps a file that was read, unless it was read before, and returns its tree. */
  Document add(Path path, ParseResult result) {
    ParseResult before = read.putIfAbsent(path.toAbsolutePath().normalize(), result);
    return (before == null ? result : before).document();
  }

  @Override
  public Answer find(String pattern, Optional<String> folder, Document main) {
    String path = SourceFile.readable(pattern);
    try {
      Path here = here(path, folder.map(SourceFile::readable), main);
      List<Path> found = expand(here, main.dialect());
      if (found.isEmpty() && !Glob.isPattern(path)) {
        return roots.holds(here) ? new Missing(contents.name(here)) : new OutsideRoots(path);
      }
      if (found.isEmpty() && !mayBeSearched(fixedPart(here))) {
        return new OutsideRoots(path);
      }
      List<Document> documents = new ArrayList<>();
      for (Path file : found) {
        Optional<Path> permitted = roots.permit(file);
        if (permitted.isEmpty()) {
          return new OutsideRoots(path);
        }
        documents.add(document(permitted.get(), main.dialect()));
      }
      return new Found(documents);
    } catch (IOException | InvalidPathException unreadable) {
      return new Missing(path);
    }
  }

  private Document document(Path file, Dialect dialect) throws IOException {
    Optional<Document> known = alreadyRead(file);
    return known.isPresent()
        ? known.get()
        : add(file, ConfigurationParser.parse(source(file), dialect));
  }

  /** Returns where a path of the configuration lies on this machine. */
  private Path here(String path, Optional<String> folder, Document main) {
    Optional<Path> mapped = pathMap.apply(path);
    if (mapped.isPresent()) {
      return workingFolder.resolve(mapped.get()).normalize();
    }
    Path start =
        folder
            .map(name -> workingFolder.resolve(pathMap.apply(name).orElse(Path.of(name))))
            .filter(named -> roots.permit(named).isPresent())
            .orElseGet(() -> configurationFolder(main));
    return start.resolve(path).normalize();
  }

  /** Returns the nearest folder above a file that holds the server's main file, else its own. */
  private Path configurationFolder(Document main) {
    Path own = parent(workingFolder.resolve(main.source().path()).normalize());
    Set<String> mainFiles = main.dialect() == Dialect.NGINX ? NGINX_MAIN : HTTPD_MAIN;
    for (Path folder = own; roots.holds(folder); folder = parent(folder)) {
      if (mainFiles.stream().map(folder::resolve).anyMatch(Files::isRegularFile)) {
        return folder;
      }
      if (folder.getParent() == null) {
        break;
      }
    }
    return own;
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  /** Returns the folders of a pattern before the first wildcard. */
  private static Path fixedPart(Path pattern) {
    Path fixed = pattern;
    while (Glob.isPattern(fixed.toString())) {
      fixed = parent(fixed);
    }
    return fixed;
  }

  private boolean mayBeSearched(Path folder) {
    return Files.exists(folder) ? roots.permit(folder).isPresent() : roots.holds(folder);
  }

  private List<Path> expand(Path pattern, Dialect dialect) throws IOException {
    List<Path> candidates = List.of(pattern.getRoot());
    for (Path name : pattern) {
      List<Path> next = new ArrayList<>();
      for (Path folder : candidates) {
        next.addAll(children(folder, name.toString()));
      }
      candidates = next;
    }
    List<Path> files = new ArrayList<>();
    for (Path candidate : candidates) {
      files.addAll(dialect == Dialect.NGINX ? List.of(candidate) : filesBelow(candidate));
    }
    return files;
  }

  private List<Path> children(Path folder, String name) throws IOException {
    if (!Glob.isPattern(name)) {
      Path child = folder.resolve(name);
      return Files.exists(child) ? List.of(child) : List.of();
    }
    Optional<Path> permitted = roots.permit(folder).filter(Files::isDirectory);
    if (permitted.isEmpty()) {
      return List.of();
    }
    Glob glob = new Glob(name);
    try (Stream<Path> entries = Files.list(permitted.get())) {
      return entries.filter(entry -> glob.fits(entry.getFileName().toString())).sorted().toList();
    }
  }

  /** httpd reads every file below a folder that is included. */
  private List<Path> filesBelow(Path path) throws IOException {
    if (!Files.isDirectory(path) || roots.permit(path).isEmpty()) {
      return List.of(path);
    }
    try (Stream<Path> entries = Files.walk(path)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
