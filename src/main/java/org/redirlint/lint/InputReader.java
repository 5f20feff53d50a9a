package org.redirlint.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.Document;
import org.redirlint.source.SourceFile;

/** Reads the files a request names. */
final class InputReader {

  private final LintRequest request;
  private final DocumentStore store;

  InputReader(LintRequest request) {
    this.request = request;
    this.store =
        new DocumentStore(request.workingFolder(), roots(request), request.knowledge().pathMap());
  }

  /** Returns the files read so far, and the way to those they include. */
  DocumentStore store() {
    return store;
  }

  /**
   * Returns standard input and of the files those that were named, and those whose language can be
   * told.
   */
  List<Document> read(List<InputFile> files, Progress progress) {
    List<Document> documents = new ArrayList<>();
    request.standardInput().ifPresent(source -> documents.add(readStandardInput(source)));
    int done = 0;
    for (InputFile file : files) {
      SourceFile source = source(file.path());
      Optional<Dialect> dialect = dialect(file.path(), source);
      if (dialect.isPresent()) {
        documents.add(store.add(file.path(), source, dialect.get()));
      } else if (file.named()) {
        throw unknownLanguage(source.path());
      }
      progress.files(++done, files.size());
    }
    return documents;
  }

  private SourceFile source(Path file) {
    try {
      return store.source(file);
    } catch (IOException unreadable) {
      String why =
          Files.exists(file)
              ? "cannot be read: " + unreadable.getMessage()
              : "there is no such file or folder";
      throw new UnreadablePathException(store.displayed(file) + ": " + why);
    }
  }

  private Optional<Dialect> dialect(Path file, SourceFile source) {
    return request
        .dialect()
        .or(() -> DialectDetector.byName(String.valueOf(file.getFileName())))
        .or(() -> DialectDetector.byContent(source))
        .or(() -> DialectDetector.isEmpty(source) ? Optional.of(Dialect.NGINX) : Optional.empty());
  }

  private static UnreadablePathException unknownLanguage(String path) {
    return new UnreadablePathException(
        path + ": cannot tell whether this is for nginx or httpd; say so with --dialect");
  }

  private Document readStandardInput(SourceFile source) {
    Path path = request.workingFolder().resolve(source.path());
    Dialect dialect = dialect(path, source).orElseThrow(() -> unknownLanguage(source.path()));
    return store.add(path, source, dialect);
  }

  private static Roots roots(LintRequest request) {
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
}
