package org.redirlint.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redirlint.Golden;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.Printer;
import org.redirlint.diagnostic.Problem;
import org.redirlint.source.SourceFile;

/** The tree of each file in {@code testdata/parse}, and the way back from it. */
class ParseGoldenTest {

  private static final Path FOLDER = Golden.TESTDATA.resolve("parse");

  static Stream<Path> files() {
    return Golden.list(FOLDER).stream().filter(file -> !file.toString().endsWith(".ast"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void becomesTheTreeBesideIt(Path file) throws IOException {
    ParseResult result = parse(file);
    String problems =
        result.problems().stream().map(ParseGoldenTest::show).collect(Collectors.joining());
    Golden.check(Path.of(file + ".ast"), TreeText.of(result.document()) + problems);
  }

  @ParameterizedTest
  @MethodSource("files")
  void printsBackByteForByte(Path file) throws IOException {
    assertThat(Printer.print(parse(file).document()).getBytes(StandardCharsets.ISO_8859_1))
        .isEqualTo(Files.readAllBytes(file));
  }

  private static ParseResult parse(Path file) throws IOException {
    Dialect dialect =
        file.toString().contains("nginx")
            ? Dialect.NGINX
            : file.toString().endsWith(".htaccess") ? Dialect.HTACCESS : Dialect.HTTPD;
    return ConfigurationParser.parse(
        SourceFile.of(file.toString(), Files.readAllBytes(file)), dialect);
  }

  private static String show(Problem problem) {
    return "! %d:%d %s %s\n"
        .formatted(
            problem.origin().start().line(),
            problem.origin().start().column(),
            problem.rule(),
            problem.message());
  }
}
