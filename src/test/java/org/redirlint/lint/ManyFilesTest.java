package org.redirlint.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.diagnostic.FailOn;
import org.redirlint.lint.settings.RuleSelection;
import org.redirlint.lint.settings.SettingsFinder;
import org.redirlint.report.JsonReport;
import org.redirlint.site.Knowledge;

/** A folder of many sites, some of whose files are no good. */
class ManyFilesTest {

  private static final String LOOP = "Redirect 301 /a /b\nRedirect 301 /b /a\n";

  @TempDir private Path folder;

  private void write(String site, String text) throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve(site)).resolve(".htaccess"), text);
  }

  private CheckResult check() throws IOException {
    Path working = folder.toRealPath();
    return new ProjectLinter(
            new SettingsFinder(
                working, Optional.empty(), new RuleSelection(Optional.empty(), Set.of(), Set.of())))
        .check(
            new LintRequest(
                working,
                List.of(Path.of("")),
                Optional.empty(),
                Optional.empty(),
                Knowledge.NOTHING,
                List.of(),
                LocalDate.of(2026, 11, 1)),
            Progress.NONE,
            true);
  }

  private static List<String> told(CheckResult result) {
    return result.diagnostics().stream()
        .map(found -> found.origin().file().path() + " " + found.rule().id())
        .toList();
  }

  @Test
  void areToldInTheOrderOfTheirNames() throws IOException {
    for (int i = 0; i < 60; i++) {
      write("site" + (100 + i), i % 3 == 0 ? LOOP : "Redirect 301 /a /b\n");
    }
    CheckResult result = check();
    assertThat(result.files()).isEqualTo(60);
    assertThat(told(result).stream().distinct()).hasSize(20).isSorted();
    assertThat(result.verdicts()).hasSize(60);
    assertThat(result.verdicts().stream().map(verdict -> verdict.scope())).isSorted();
    assertThat(told(check())).isEqualTo(told(result));
  }

  @Test
  void areToldAlikeByOneThreadAndByMany() throws Exception {
    for (int i = 0; i < 60; i++) {
      write("site" + (100 + i), "ErrorDocument 404 /404.html\n" + (i % 3 == 0 ? LOOP : ""));
    }
    String alone = reportBy(1);
    assertThat(alone).contains("redirect-loop", "site157");
    assertThat(reportBy(1)).isEqualTo(alone);
    assertThat(reportBy(8)).isEqualTo(alone);
  }

  private String reportBy(int threads) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      StringWriter report = new StringWriter();
      new JsonReport().write(pool.submit(this::check).get(), report);
      return report.toString();
    } finally {
      pool.shutdown();
    }
  }

  /** Sets may be gone through in any order; what is told may not. */
  @Test
  void whatIsSupposedOfErrorDocumentsIsToldByTheirStatus() throws IOException {
    write(
        "site",
        """
        RewriteEngine On
        RewriteRule ^old$ /new [R=301,L]
        ErrorDocument 503 /f.html
        ErrorDocument 401 /b.html
        ErrorDocument 500 /e.html
        ErrorDocument 400 /a.html
        ErrorDocument 404 /d.html
        ErrorDocument 403 /c.html
        """);
    assertThat(check().verdicts().get(0).reason().orElseThrow())
        .isEqualTo(
            "supposing that /a.html is a file, and /b.html is a file, and /c.html is a file, and"
                + " /d.html is a file, and /e.html is a file, and /f.html is a file");
  }

  @Test
  void ofFoldersThatAreUndecidedTheFirstIsNamed() throws IOException {
    write("", "Redirect 301 /old /new\n");
    for (String name : List.of("f", "c", "a", "e", "d", "b")) {
      write(name, "RewriteEngine On\nRewriteRule ^(.*)$ x/$1 [L]\n");
    }
    assertThat(check().verdicts()).hasSize(1);
    assertThat(check().verdicts().get(0).reason().orElseThrow()).contains("a/.htaccess");
  }

  @Test
  void aFileThatCannotBeReadStopsNoOther() throws IOException {
    write("first", LOOP);
    write("huge", "");
    try (RandomAccessFile huge =
        new RandomAccessFile(folder.resolve("huge/.htaccess").toFile(), "rw")) {
      huge.setLength(DocumentStore.LARGEST_FILE + 1L);
    }
    write("last", LOOP);
    CheckResult result = check();
    assertThat(told(result))
        .contains("first/.htaccess redirect-loop", "last/.htaccess redirect-loop")
        .contains("huge/.htaccess syntax-error");
    assertThat(FailOn.ERROR.isReachedBy(result)).isTrue();
    assertThat(result.verdicts())
        .filteredOn(verdict -> verdict.scope().equals("huge/"))
        .noneMatch(verdict -> verdict.toString().contains("LOOP_FREE"));
  }

  @Test
  void whatIsNoTextStopsNoOther() throws IOException {
    write("first", LOOP);
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    Files.write(Files.createDirectories(folder.resolve("noise")).resolve(".htaccess"), noise);
    Files.write(folder.resolve("noise/other.conf"), noise);
    write("last", LOOP);
    assertThat(told(check()))
        .contains("first/.htaccess redirect-loop", "last/.htaccess redirect-loop")
        .noneMatch(found -> found.startsWith("noise/other.conf"));
  }

  @Test
  void aFolderThatCannotBeSearchedStopsNoOther() throws IOException {
    write("closed", LOOP);
    write("open", LOOP);
    Path closed = folder.resolve("closed");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(closed), "this user may read everything");
      assertThat(told(check())).contains("closed syntax-error", "open/.htaccess redirect-loop");
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
