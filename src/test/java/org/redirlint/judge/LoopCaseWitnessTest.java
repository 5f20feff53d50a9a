package org.redirlint.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.ast.Dialect;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.lint.LintRequest;
import org.redirlint.lint.Linter;
import org.redirlint.lint.Progress;
import org.redirlint.ruleset.RulesetLoader;
import org.redirlint.site.Knowledge;
import org.redirlint.source.SourceFile;

/** What is found in publicly reported problems the real servers do. */
@EnabledIf("areThere")
class LoopCaseWitnessTest {

  private static final Path LOOPS = Path.of("../shared/loops");

  @TempDir private Path folder;

  static boolean areThere() {
    return Files.isDirectory(LOOPS);
  }

  @TestFactory
  Stream<DynamicTest> theRealServersAnswerSo() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    return Stream.concat(files("cases", "config"), files("innocent", "config"))
        .map(file -> DynamicTest.dynamicTest(LOOPS.relativize(file).toString(), () -> check(file)));
  }

  private static Stream<Path> files(String kind, String name) throws IOException {
    try (Stream<Path> folders = Files.list(LOOPS.resolve(kind))) {
      return folders.map(folder -> folder.resolve(name)).sorted().toList().stream();
    }
  }

  private void check(Path file) throws IOException {
    Dialect dialect = dialect(file.resolveSibling("kind"));
    (dialect == Dialect.NGINX ? ServerBinary.NGINX : ServerBinary.HTTPD).find();
    SourceFile source = SourceFile.of(file.toString(), Files.readAllBytes(file));
    List<Diagnostic> witnessed =
        new Linter(RulesetLoader.load("recommended"), false)
                .check(
                    new LintRequest(
                        Path.of("").toAbsolutePath(),
                        List.of(),
                        Optional.of(source),
                        Optional.of(dialect),
                        Knowledge.NOTHING,
                        List.of(),
                        LocalDate.EPOCH),
                    Progress.NONE)
                .diagnostics()
                .stream()
                .filter(finding -> !finding.trace().isEmpty())
                .toList();
    if (witnessed.isEmpty()) {
      return;
    }
    Path box = Files.createTempDirectory(folder, "box");
    try (RealSite site = RealSite.start(source, dialect, box)) {
      assertThat(site.without()).isEmpty();
      for (Diagnostic finding : witnessed) {
        assertThat(WitnessReplay.differences(site, finding)).as(finding.message()).isEmpty();
      }
    }
  }

  private static Dialect dialect(Path kind) throws IOException {
    return switch (Files.readString(kind).strip()) {
      case "nginx" -> Dialect.NGINX;
      case "htaccess" -> Dialect.HTACCESS;
      default -> Dialect.HTTPD;
    };
  }
}
