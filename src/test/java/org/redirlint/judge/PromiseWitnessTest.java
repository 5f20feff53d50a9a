package org.redirlint.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redirlint.Golden;
import org.redirlint.ast.Dialect;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.RuleInfo;
import org.redirlint.lint.LintRequest;
import org.redirlint.lint.Progress;
import org.redirlint.lint.ProjectLinter;
import org.redirlint.lint.settings.RuleSelection;
import org.redirlint.lint.settings.SettingsFinder;
import org.redirlint.site.Knowledge;
import org.redirlint.source.SourceFile;

/** The requests that break promises break them on the real servers, too. */
class PromiseWitnessTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"nginx.conf, NGINX", "httpd.conf, HTTPD"})
  void theRealServersAnswerSo(String name, Dialect dialect) throws IOException {
    (dialect == Dialect.NGINX ? ServerBinary.NGINX : ServerBinary.HTTPD).find();
    Path file = Golden.TESTDATA.resolve("promises").resolve(name);
    List<Diagnostic> broken = broken(file);
    assertThat(broken)
        .extracting(found -> found.rule().id())
        .contains("api-keeps-posts", "https-at-once", "admin-stays");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    SourceFile source = SourceFile.of(file.toString(), Files.readAllBytes(file));
    try (RealSite site =
        RealSite.start(source, dialect, Files.createTempDirectory(folder, "box"))) {
      assertThat(site.without()).isEmpty();
      for (Diagnostic found : broken) {
        assertThat(WitnessReplay.differences(site, found)).as(found.message()).isEmpty();
      }
    }
  }

  private static List<Diagnostic> broken(Path file) throws IOException {
    Path working = Path.of("").toRealPath();
    RuleSelection all = new RuleSelection(Optional.empty(), Set.of(), Set.of());
    return new ProjectLinter(new SettingsFinder(working, Optional.empty(), all))
            .check(
                new LintRequest(
                    working,
                    List.of(file),
                    Optional.empty(),
                    Optional.empty(),
                    Knowledge.NOTHING,
                    List.of(),
                    LocalDate.of(2026, 11, 1)),
                Progress.NONE,
                false)
            .diagnostics()
            .stream()
            .filter(found -> found.rule().since().equals(RuleInfo.OWN))
            .toList();
  }
}
