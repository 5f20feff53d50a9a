package org.redirlint.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.Golden;
import org.redirlint.ast.Dialect;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.SiteVerdict.Decision;
import org.redirlint.lint.LintRequest;
import org.redirlint.lint.Linter;
import org.redirlint.lint.Progress;
import org.redirlint.rule.Examples;
import org.redirlint.rule.Expectation;
import org.redirlint.ruleset.RulesetLoader;
import org.redirlint.site.Knowledge;
import org.redirlint.source.SourceFile;

/**
 * Loops through two servers: each folder of {@code testdata/pairs} holds a server in {@code front}
 * and the one at its {@code back}, and says which loops there are. Each is real: both servers are
 * started, and the one in front is asked.
 */
class PairWitnessTest {

  private static final Path PAIRS = Golden.TESTDATA.resolve("pairs");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> theRealServersAnswerSo() {
    return Golden.list(PAIRS).stream()
        .map(pair -> DynamicTest.dynamicTest(pair.getFileName().toString(), () -> check(pair)));
  }

  private void check(Path pair) throws IOException {
    List<Path> files = Golden.list(pair);
    List<String> expected = new ArrayList<>();
    for (Path file : files) {
      Expectation.in(Files.readAllLines(file)).stream()
          .map(expectation -> file + ":" + expectation.line() + " " + expectation.rule())
          .forEach(expected::add);
    }
    CheckResult result =
        new Linter(RulesetLoader.load("recommended"))
            .check(
                new LintRequest(
                    Path.of("").toRealPath(),
                    files,
                    Optional.empty(),
                    Optional.empty(),
                    Knowledge.NOTHING,
                    List.of(),
                    Examples.TODAY),
                Progress.NONE);
    List<Diagnostic> loops =
        result.diagnostics().stream().filter(found -> found.rule().id().endsWith("-loop")).toList();
    assertThat(loops)
        .extracting(
            found ->
                found.origin().file().path()
                    + ":"
                    + found.origin().start().line()
                    + " "
                    + found.rule().id())
        .containsExactlyInAnyOrderElementsOf(expected);
    boolean bad = pair.getFileName().toString().startsWith("bad-");
    assertThat(expected.isEmpty()).isEqualTo(!bad);
    assertThat(result.verdicts().stream().filter(verdict -> verdict.scope().contains("front.")))
        .extracting(verdict -> verdict.verdict())
        .containsExactly(bad ? Decision.LOOPS : Decision.UNDECIDED);
    replay(files, result.diagnostics().stream().filter(d -> !d.trace().isEmpty()).toList());
  }

  private void replay(List<Path> files, List<Diagnostic> witnessed) throws IOException {
    ServerBinary.NGINX.find();
    ServerBinary.HTTPD.find();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    String address = Loopback.address();
    try (RealSite back = start(files.get(0), address);
        RealSite front = start(files.get(1), address)) {
      assertThat(back.without()).isEmpty();
      for (Diagnostic finding : witnessed) {
        if (finding.assumptions().isEmpty()) {
          assertThat(WitnessReplay.differences(front, finding)).as(finding.message()).isEmpty();
        }
      }
    }
  }

  private RealSite start(Path file, String address) throws IOException {
    Dialect dialect =
        file.getFileName().toString().endsWith("nginx.conf") ? Dialect.NGINX : Dialect.HTTPD;
    return RealSite.start(
        SourceFile.of(file.toString(), Files.readAllBytes(file)),
        dialect,
        Files.createTempDirectory(folder, "box"),
        address,
        true);
  }
}
