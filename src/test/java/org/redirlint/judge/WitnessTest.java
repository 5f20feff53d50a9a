package org.redirlint.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.ast.Dialect;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.rule.Examples;
import org.redirlint.source.SourceFile;

/**
 * What findings say that servers answer, the real servers do answer: each request of each finding
 * in the bad examples is sent to the server the example is for.
 */
class WitnessTest {

  /** The rules that say what servers answer; all others speak of what is written. */
  private static final List<String> RULES =
      List.of(
          "case-sensitive-host",
          "catch-all-before-specific",
          "double-encoding",
          "duplicated-query",
          "encoded-slash",
          "growing-redirect",
          "header-injection",
          "host-header-redirect",
          "hsts-missing",
          "hsts-no-subdomains",
          "hsts-not-on-redirect",
          "hsts-over-http",
          "hsts-too-short",
          "https-redirect-order",
          "if-in-location",
          "inconsistent-method-branches",
          "internal-rewrite-loop",
          "leading-slash-in-htaccess",
          "lost-query",
          "method-changing-redirect",
          "missing-last-flag",
          "missing-leading-slash",
          "missing-status-return",
          "mixed-alias-and-rewrite",
          "open-redirect",
          "permanent-move-as-307",
          "redirect-cacheability",
          "redirect-chain",
          "redirect-loop",
          "rewrite-base-mismatch",
          "scheme-downgrade",
          "seo-temporary-move",
          "tls-upstream-loop",
          "unanchored-pattern",
          "unescaped-dot");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> theRealServersAnswerSo() {
    return Examples.all()
        .map(example -> DynamicTest.dynamicTest(example.toString(), () -> check(example)));
  }

  private void check(Path example) throws IOException {
    List<Diagnostic> witnessed =
        Examples.findings(example).stream().filter(finding -> !finding.trace().isEmpty()).toList();
    String rule = example.getName(example.getNameCount() - 2).toString();
    boolean bad = String.valueOf(example.getFileName()).startsWith("bad-");
    if (bad && RULES.contains(rule)) {
      assertThat(witnessed).extracting(finding -> finding.rule().id()).contains(rule);
    }
    if (!witnessed.isEmpty()) {
      ask(example, witnessed);
    }
  }

  private void ask(Path example, List<Diagnostic> witnessed) throws IOException {
    Dialect dialect = dialect(example);
    (dialect == Dialect.NGINX ? ServerBinary.NGINX : ServerBinary.HTTPD).find();
    SourceFile source = SourceFile.of(example.toString(), Files.readAllBytes(example));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path box = Files.createTempDirectory(folder, "box");
    try (RealSite site = RealSite.start(source, dialect, box)) {
      assertThat(site.without()).isEmpty();
      for (Diagnostic finding : witnessed) {
        assertThat(WitnessReplay.differences(site, finding)).as(finding.message()).isEmpty();
      }
    }
  }

  static Dialect dialect(Path example) {
    String name = example.toString();
    if (name.endsWith(".htaccess")) {
      return Dialect.HTACCESS;
    }
    return name.endsWith("nginx.conf") ? Dialect.NGINX : Dialect.HTTPD;
  }
}
