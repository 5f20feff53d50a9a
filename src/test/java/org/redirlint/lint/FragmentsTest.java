package org.redirlint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.SiteVerdict;
import org.redirlint.ruleset.RulesetLoader;
import org.redirlint.site.Knowledge;

/** Files that a main file would include are parts of one server, and so are judged together. */
class FragmentsTest {

  private static final String PLAIN =
      """
      <VirtualHost *:80>
        ServerName example.com
        Redirect permanent / https://example.com/
      </VirtualHost>
      """;

  private static final String SECURE =
      """
      <VirtualHost *:443>
        ServerName example.com
        SSLEngine on
        Redirect permanent / http://example.com/
      </VirtualHost>
      """;

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void find() throws IOException {
    folder = temporary.toRealPath();
  }

  @Test
  void virtualHostsOfTwoFilesLeadToEachOther() throws IOException {
    CheckResult result = check("000-default.conf", PLAIN, "example.conf", SECURE);
    Diagnostic loop = only(result);
    assertThat(loop.origin().file().path()).isEqualTo("example.conf");
    assertThat(loop.related())
        .extracting(place -> place.origin().file().path())
        .containsExactly("000-default.conf");
    assertThat(result.verdicts())
        .containsExactly(SiteVerdict.loops("000-default.conf, example.conf"));
  }

  @Test
  void serversOfTwoFilesLeadToEachOther() throws IOException {
    CheckResult result =
        check(
            "plain.conf",
            "server { listen 80; server_name example.com; return 301 https://example.com/; }\n",
            "secure.conf",
            "server { listen 443 ssl; server_name example.com; return 301 http://example.com/; }\n");
    assertThat(only(result).origin().file().path()).isEqualTo("secure.conf");
    assertThat(result.verdicts()).hasSize(1);
  }

  @Test
  void filesThatServeTheSameNameAreOfDifferentServers() throws IOException {
    CheckResult result = check("a.conf", PLAIN, "b.conf", PLAIN + SECURE);
    assertThat(result.verdicts())
        .extracting(SiteVerdict::scope)
        .containsExactly("a.conf", "b.conf");
  }

  @Test
  void filesOfDifferentFoldersAreOfDifferentServers() throws IOException {
    CheckResult result = check("a/site.conf", PLAIN, "b/site.conf", SECURE);
    assertThat(result.verdicts()).hasSize(2);
  }

  @Test
  void aMainFileIsAServerOfItsOwn() throws IOException {
    CheckResult result = check("httpd.conf", "ServerRoot /etc/httpd\n" + PLAIN, "b.conf", SECURE);
    assertThat(result.verdicts()).hasSize(2);
  }

  private static Diagnostic only(CheckResult result) {
    List<Diagnostic> loops =
        result.diagnostics().stream()
            .filter(found -> found.rule().id().equals("redirect-loop"))
            .toList();
    assertThat(loops).hasSize(1);
    return loops.get(0);
  }

  private CheckResult check(String first, String text, String second, String other)
      throws IOException {
    write(first, text);
    write(second, other);
    return new Linter(RulesetLoader.load("recommended"))
        .check(
            new LintRequest(
                folder,
                List.of(Path.of(first), Path.of(second)),
                Optional.empty(),
                Optional.empty(),
                Knowledge.NOTHING,
                List.of(),
                LocalDate.EPOCH),
            Progress.NONE);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
