package org.redirlint.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.Document;
import org.redirlint.diagnostic.Problem;
import org.redirlint.parse.ConfigurationParser;
import org.redirlint.parse.ParseResult;
import org.redirlint.source.Origin;
import org.redirlint.source.SourceFile;
import org.redirlint.source.Span;

/** Reads the files a request names. */
final class InputReader {

  private final LintRequest request;
  private final DocumentStore store;

  InputReader(LintRequest request) {
    this.request = request;
    this.store =
        new DocumentStore(
            request.workingFolder(),
            Roots.of(request),
            request.knowledge().pathMap(),
            request.contents());
  }

  /** Returns the files read so far, and the way to those they include. */
  DocumentStore store() {
    return store;
  }

  /**
   * Returns standard input and of the files those that were named, and those whose language can be
   * told. They are read at the same time; their order is that of the files.
   *
   * @throws UnreadablePathException if a named file cannot be read, or its language not be told
   */
  List<Document> read(List<InputFile> files, Progress progress) {
    List<Document> documents = new ArrayList<>();
    request.standardInput().ifPresent(source -> documents.add(readStandardInput(source)));
    AtomicInteger done = new AtomicInteger();
    List<Optional<ParseResult>> read =
        files.parallelStream()
            .map(
                file -> {
                  Optional<ParseResult> result = read(file);
                  synchronized (progress) {
                    progress.files(done.incrementAndGet(), files.size());
                  }
                  return result;
                })
            .toList();
    for (int i = 0; i < read.size(); i++) {
      Path path = files.get(i).path();
      read.get(i).ifPresent(result -> documents.add(store.add(path, result)));
    }
    return documents;
  }

  private Optional<ParseResult> read(InputFile file) {
    SourceFile source;
    try {
      source = store.source(file.path());
    } catch (IOException unreadable) {
      return Optional.of(unreadable(file, unreadable));
    }
    Optional<Dialect> dialect = dialect(file.path(), source);
    if (dialect.isEmpty() && file.named()) {
      throw unknownLanguage(source.path());
    }
    return dialect.map(language -> ConfigurationParser.parse(source, language));
  }

  /** A file in a folder is one of many: what it keeps to itself must not keep the others back. */
  private ParseResult unreadable(InputFile file, IOException failure) {
    String name = request.contents().name(file.path());
    String why =
        Files.exists(file.path())
            ? "cannot be read: " + failure.getMessage()
            : "there is no such file or folder";
    if (file.named()) {
      throw new UnreadablePathException(name + ": " + why);
    }
    SourceFile nothing = SourceFile.of(name, new byte[0]);
    return new ParseResult(
        new Document(nothing, dialect(file.path(), nothing).orElse(Dialect.NGINX), List.of()),
        List.of(
            Problem.of(
                Problem.SYNTAX_ERROR, Origin.of(nothing, new Span(0, 0)), "the file " + why)));
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
    return store.add(path, ConfigurationParser.parse(source, dialect));
  }
}
