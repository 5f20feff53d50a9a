package org.redirlint.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redirlint.Golden;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.Printer;
import org.redirlint.source.SourceFile;

/** Files written to break the reader. */
class HostileInputTest {

  private static final long SEED = 20261101;
  private static final int MUTANTS = 3000;
  private static final String SPICE = "{}<>\"'\\#;$\n\r\t \u000B\f\0[](),/%\u00ff\u0085\u001c";

  @Test
  void nestingOfHundredThousandBlocksIsOneProblem() {
    ParseResult result = parse("a{".repeat(100_000) + "}".repeat(100_000), Dialect.NGINX);
    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .isEqualTo("blocks may not nest more than 200 levels deep"));
  }

  @Test
  void nestingOfHundredThousandSectionsIsOneProblem() {
    ParseResult result = parse("<a>\n".repeat(100_000) + "</a>\n".repeat(100_000), Dialect.HTTPD);
    assertThat(result.problems()).hasSize(1);
  }

  @Test
  void hundredThousandUnclosedBlocksAreOneProblemMore() {
    ParseResult result = parse("a{".repeat(100_000), Dialect.NGINX);
    assertThat(result.problems()).hasSize(2);
    assertThat(result.problems().get(0).message())
        .isEqualTo(
            "expected \"}\" to close the \"a\" block opened on line 1, found the end of the file"
                + " (nor are 99999 blocks inside it)");
  }

  @Test
  void nestingOfHundredThousandLuaBracesIsRead() {
    String lua = "content_by_lua_block " + "{".repeat(100_000) + "}".repeat(100_000);
    assertThat(parse(lua, Dialect.NGINX).problems()).isEmpty();
  }

  @Test
  void hundredThousandWrongClosingTagsAreRead() {
    parse("<a>\n".repeat(100_000) + "</b>\n".repeat(100_000), Dialect.HTTPD);
  }

  @Test
  void hundredThousandUnclosedQuotesAreRead() {
    parse("a \"\\\"\n".repeat(50_000) + "b '\n".repeat(50_000), Dialect.NGINX);
  }

  @Test
  void aWordMayFillTheBufferOfNginxAndNoMore() {
    assertThat(parse("a " + "x".repeat(4095) + ";", Dialect.NGINX).problems()).isEmpty();
    assertThat(parse("a \"" + "x".repeat(4095) + "\";", Dialect.NGINX).problems()).isEmpty();
    assertThat(parse("a " + "x".repeat(4096) + ";", Dialect.NGINX).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("at most 4095 bytes"));
  }

  /** Mutants of good files are read without an exception, and nothing of them is lost. */
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void mutantsPrintBackByteForByte(Dialect dialect) throws IOException {
    Random random = new Random(SEED);
    List<Path> seeds = Golden.list(Golden.TESTDATA.resolve("parse"));
    for (int i = 0; i < MUTANTS; i++) {
      Path seed = seeds.get(random.nextInt(seeds.size()));
      String text = new String(Files.readAllBytes(seed), StandardCharsets.ISO_8859_1);
      String mutant = mutate(text, random);
      assertThat(Printer.print(parse(mutant, dialect).document()))
          .as("mutant %d of %s, seed %d", i, seed, SEED)
          .isEqualTo(mutant);
    }
  }

  private static String mutate(String text, Random random) {
    StringBuilder mutant = new StringBuilder(text);
    for (int i = random.nextInt(8); i >= 0; i--) {
      int at = random.nextInt(mutant.length() + 1);
      int end = Math.min(mutant.length(), at + random.nextInt(6));
      String spice = String.valueOf(SPICE.charAt(random.nextInt(SPICE.length())));
      mutant.replace(at, random.nextBoolean() ? end : at, spice);
    }
    return mutant.toString();
  }

  private static ParseResult parse(String bytes, Dialect dialect) {
    return ConfigurationParser.parse(
        SourceFile.of("hostile", bytes.getBytes(StandardCharsets.ISO_8859_1)), dialect);
  }
}
