package org.redirlint.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.Printer;
import org.redirlint.diagnostic.Problem;
import org.redirlint.source.SourceFile;

/** Files that say of themselves that they are no configuration are told once. */
class OtherLanguageTest {

  private static final String PROGRAM =
      """

      <?php
      class Export {
        function line() { return "RewriteRule ^a$ /b [R=3o1,NOPE]"; }
      }
      """;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aProgramIsToldOnce(Dialect dialect) {
    ParseResult result = ConfigurationParser.parse(SourceFile.of("export.php", PROGRAM), dialect);
    assertThat(result.problems())
        .extracting(Problem::message)
        .containsExactly("this file is written in PHP: it is no configuration");
    assertThat(result.problems().get(0).origin().start().line()).isEqualTo(2);
    assertThat(Printer.print(result.document())).isEqualTo(PROGRAM);
  }

  @Test
  void xmlIsNoConfigurationEither() {
    assertThat(
            ConfigurationParser.parse(
                    SourceFile.of("a", "<?xml version=\"1.0\"?>\n<a/>\n"), Dialect.NGINX)
                .problems())
        .extracting(Problem::message)
        .containsExactly("this file is written in XML: it is no configuration");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# <?php\nRedirect 301 /a /b\n",
        "Redirect 301 /a /b\n",
        "AddType application/x-httpd-php .php\n"
      })
  void aConfigurationThatSpeaksOfProgramsIsOne(String text) {
    ParseResult result = ConfigurationParser.parse(SourceFile.of("a", text), Dialect.HTACCESS);
    assertThat(result.problems()).isEmpty();
    assertThat(result.document().nodes()).isNotEmpty();
  }
}
