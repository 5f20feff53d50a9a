package org.redirlint;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.redirlint.ast.Dialect;
import org.redirlint.source.SourceFile;

/** Other people's files, where a collection of them lies beside the project. */
public final class Corpus {

  private static final Path FOLDER = Path.of("..", "shared", "corpus");

  /**
   * One file.
   *
   * @param source its content
   * @param dialect the language it is known to be written in
   * @param accepted whether the real server accepts it
   * @param template whether it is to become a configuration yet
   */
  public record Entry(SourceFile source, Dialect dialect, boolean accepted, boolean template) {}

  private Corpus() {}

  /** Returns the files; without the collection the calling test is skipped. */
  public static List<Entry> read() throws IOException {
    assumeTrue(
        Files.isDirectory(FOLDER), "no collection of other people's files beside the project");
    List<String> lines = Files.readAllLines(FOLDER.resolve("MANIFEST.tsv"));
    List<String> columns = List.of(lines.get(0).split("\t", -1));
    List<Entry> entries = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> row = List.of(line.split("\t", -1));
      String name = row.get(0);
      boolean accepted =
          columns.stream()
              .filter(column -> column.matches("(nginx|apache)_t(_stubbed)?"))
              .anyMatch(column -> row.get(columns.indexOf(column)).equals("ok"));
      entries.add(
          new Entry(
              SourceFile.of(name, Files.readAllBytes(FOLDER.resolve(name))),
              dialect(name),
              accepted,
              !name.startsWith("nginx/") && !name.startsWith("apache/")));
    }
    return entries;
  }

  private static Dialect dialect(String name) {
    if (name.contains("nginx/")) {
      return Dialect.NGINX;
    }
    return name.endsWith("htaccess") ? Dialect.HTACCESS : Dialect.HTTPD;
  }
}
