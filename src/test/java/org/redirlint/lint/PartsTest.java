package org.redirlint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.ast.Document;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.SiteVerdict;
import org.redirlint.lint.ConfigurationLoader.Loaded;
import org.redirlint.ruleset.RulesetLoader;
import org.redirlint.site.Knowledge;

/** Document roots that know nothing of each other are checked one by one. */
class PartsTest {

  @TempDir private Path temporary;

  private LintRequest write(String... pathsAndTexts) throws IOException {
    Path folder = temporary.toRealPath();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      Path file = folder.resolve(pathsAndTexts[i]);
      Files.createDirectories(file.getParent());
      Files.writeString(file, pathsAndTexts[i + 1]);
    }
    return new LintRequest(
        folder,
        List.of(Path.of("")),
        Optional.empty(),
        Optional.empty(),
        Knowledge.NOTHING,
        List.of(),
        LocalDate.of(2026, 11, 1));
  }

  private static List<List<String>> parts(LintRequest request) {
    return ConfigurationLoader.load(request, Progress.NONE).parts().stream()
        .map(PartsTest::paths)
        .toList();
  }

  private static List<String> paths(Loaded part) {
    return part.documents().stream()
        .map(Document::source)
        .map(file -> file.path())
        .sorted()
        .toList();
  }

  @Test
  void eachDocumentRootIsAPartWithWhatIsBelowIt() throws IOException {
    LintRequest request =
        write(
            "one/.htaccess", "Redirect /a /b\n",
            "one/below/.htaccess", "Redirect /one/c /d\n",
            "two/.htaccess", "Redirect /a /b\n");
    assertThat(parts(request))
        .containsExactly(List.of("one/.htaccess", "one/below/.htaccess"), List.of("two/.htaccess"));
  }

  @Test
  void aServerMayKnowThemAll() throws IOException {
    LintRequest request =
        write(
            "httpd.conf", "<VirtualHost *:80>\nServerName example.com\n</VirtualHost>\n",
            "one/.htaccess", "Redirect /a /b\n",
            "two/.htaccess", "Redirect /a /b\n");
    assertThat(parts(request)).hasSize(1);
  }

  @Test
  void nothingIsLostBetweenThem() throws IOException {
    LintRequest request =
        write(
            "one/.htaccess", "RewriteEngine On\nRewriteRule ^a$ /a [R=301,L]\n",
            "three/.htaccess", "Redirect 301 /a\n",
            "two/.htaccess", "<IfModule mod_rewrite.c>\n");
    CheckResult result = new Linter(RulesetLoader.load("loops")).check(request, Progress.NONE);
    assertThat(result.files()).isEqualTo(3);
    assertThat(
            result.diagnostics().stream().map(d -> d.origin().file().path() + " " + d.rule().id()))
        .contains("one/.htaccess redirect-loop");
    assertThat(result.verdicts().stream().map(SiteVerdict::scope))
        .containsExactly("one/", "three/", "two/");
  }
}
