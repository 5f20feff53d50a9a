package org.redirlint.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.Printer;
import org.redirlint.source.SourceFile;

/** Reads other people's files, where a collection of them lies beside the project. */
class CorpusTest {

  private static final Path CORPUS = Path.of("..", "shared", "corpus");

  @Test
  void whatTheRealServerAcceptsIsReadWithoutAProblem() throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), "no corpus beside the project");
    Map<String, List<String>> refused = new TreeMap<>();
    int accepted = 0;
    int broken = 0;
    List<String> lines = Files.readAllLines(CORPUS.resolve("MANIFEST.tsv"));
    List<String> columns = List.of(lines.get(0).split("\t", -1));
    for (String line : lines.subList(1, lines.size())) {
      String[] row = line.split("\t", -1);
      String name = row[0];
      boolean nginx = name.startsWith("nginx/") || name.startsWith("templates/nginx/");
      Dialect dialect =
          nginx ? Dialect.NGINX : name.endsWith(".htaccess") ? Dialect.HTACCESS : Dialect.HTTPD;
      SourceFile source = SourceFile.of(name, Files.readAllBytes(CORPUS.resolve(name)));
      ParseResult result = ConfigurationParser.parse(source, dialect);
      assertThat(Printer.print(result.document())).isEqualTo(source.text());
      boolean ok =
          Stream.of("nginx_t", "nginx_t_stubbed", "apache_t", "apache_t_stubbed")
              .map(column -> row[columns.indexOf(column)])
              .anyMatch("ok"::equals);
      if (ok) {
        accepted++;
        if (!result.problems().isEmpty()) {
          refused.put(
              name,
              result.problems().stream().map(p -> p.origin().start() + " " + p.message()).toList());
        }
      } else {
        broken++;
        if (!result.problems().isEmpty()) {
          System.out.println(
              name
                  + " "
                  + row[columns.indexOf("nginx_first_error")]
                  + row[columns.indexOf("apache_first_error")]
                  + result.problems().stream()
                      .map(p -> p.origin().start() + " " + p.message())
                      .limit(3)
                      .toList());
        }
      }
    }
    System.out.printf("corpus: read %d accepted and %d other files%n", accepted, broken);
    assertThat(refused).isEmpty();
  }
}
