package org.redirlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of files that are mended. */
class FixTest {

  private static final String BAD = "RewriteEngine On\nRewriteRule ^old.html$ /new [R=308,L]\n";
  private static final String GOOD = "RewriteEngine On\nRewriteRule ^old\\.html$ /new [R=308,L]\n";

  @TempDir private Path temporary;
  private Path folder;
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    folder = Files.createDirectory(temporary.toRealPath().resolve("site"));
    file = folder.resolve(".htaccess");
    Files.writeString(file, BAD);
  }

  @Test
  void whatIsMendedIsToldAndNoLongerFound() {
    Prompt.Answer answer = run("--fix", "--fail-on", "info");
    assertThat(file).content().isEqualTo(GOOD);
    assertThat(answer.out())
        .contains("fixed 1 finding in ", "1 file: no issues found")
        .doesNotContain("unescaped-dot");
    assertThat(answer.status()).isZero();
  }

  @Test
  void whatIsLeftDecidesTheExitStatus() throws IOException {
    Files.writeString(file, BAD + "Redirect 307 /a https://a.example/\n");
    Prompt.Answer answer = run("--fix");
    assertThat(file).content().startsWith(GOOD);
    assertThat(answer.out()).contains("fixed 1 finding", "stray-307");
    assertThat(answer.status()).isEqualTo(1);
  }

  @Test
  void whatCanBeMendedIsTold() {
    assertThat(run().out())
        .contains("= fix: escape the dot")
        .endsWith("1 file: 0 errors, 0 warnings, 1 info\n1 fixable with --fix\n");
  }

  @Test
  void aDryRunShowsAPatchAndChangesNothing() throws IOException {
    Prompt.Answer answer = run("--fix-dry-run");
    assertThat(file).content().isEqualTo(BAD);
    assertThat(names()).containsExactly(".htaccess");
    assertThat(answer.out())
        .startsWith("--- a/")
        .endsWith(
            """
            @@ -1,2 +1,2 @@
             RewriteEngine On
            -RewriteRule ^old.html$ /new [R=308,L]
            +RewriteRule ^old\\.html$ /new [R=308,L]
            """);
    assertThat(answer.status()).isZero();
  }

  @Test
  void aMissingLastLineBreakIsKeptAndShown() throws IOException {
    Files.writeString(file, BAD.stripTrailing());
    assertThat(run("--fix-dry-run").out())
        .contains("[R=308,L]\n\\ No newline at end of file\n+RewriteRule")
        .endsWith("[R=308,L]\n\\ No newline at end of file\n");
    run("--fix");
    assertThat(file).content().isEqualTo(GOOD.stripTrailing());
  }

  @Test
  void lineBreaksAndBytesAreKept() throws IOException {
    byte[] windows =
        ("# caf\u00E9\r\n" + BAD.replace("\n", "\r\n")).getBytes(StandardCharsets.ISO_8859_1);
    Files.write(file, windows);
    run("--fix");
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .isEqualTo("# caf\u00E9\r\n" + GOOD.replace("\n", "\r\n"));
  }

  @Test
  void permissionsAreKept() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    run("--fix");
    assertThat(file).content().isEqualTo(GOOD);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  /** Another name of the same file keeps the old content: nobody ever reads half of the new one. */
  @Test
  void theFileIsReplacedAtOnce() throws IOException {
    Path other = folder.resolve("other-name");
    Files.createLink(other, file);
    run("--fix");
    assertThat(file).content().isEqualTo(GOOD);
    assertThat(other).content().isEqualTo(BAD);
    assertThat(names()).containsExactly(".htaccess", "other-name");
  }

  @Test
  void aBackupIsLeftWhereItIsAskedFor() throws IOException {
    run("--fix", "--fix-backup");
    assertThat(folder.resolve(".htaccess.bak")).content().isEqualTo(BAD);
    assertThat(file).content().isEqualTo(GOOD);
    assertThat(names()).containsExactly(".htaccess", ".htaccess.bak");
  }

  @Test
  void aSymbolicLinkStaysOneAndItsTargetIsMended() throws IOException {
    Path target = folder.resolve("rules.conf");
    Files.move(file, target);
    Files.createSymbolicLink(file, target);
    runOn(file, "--fix");
    assertThat(file).isSymbolicLink();
    assertThat(target).content().isEqualTo(GOOD);
  }

  @Test
  void nothingIsWrittenOutsideOfThePermittedFolders() throws IOException {
    Path target = temporary.toRealPath().resolve("elsewhere");
    Files.move(file, target);
    Files.createSymbolicLink(file, target);
    assertThat(runOn(file, "--fix").out()).contains("lies outside of the folders that may be read");
    assertThat(target).content().isEqualTo(BAD);
    runOn(file, "--fix", "--allow-root", temporary.toRealPath().toString());
    assertThat(target).content().isEqualTo(GOOD);
  }

  @Test
  void severalFilesAreMendedAndOnlyByTheRulesThatAreAsked() throws IOException {
    Path first = Files.createDirectory(folder.resolve("first")).resolve(".htaccess");
    Path second = Files.createDirectory(folder.resolve("second")).resolve(".htaccess");
    Files.move(file, first);
    Files.writeString(second, BAD);
    run("--fix", "--no-rule", "unescaped-dot");
    run("--fix", "--rule", "stray-307");
    assertThat(first).content().isEqualTo(BAD);
    Prompt.Answer answer = run("--fix", "--rule", "unescaped-dot");
    assertThat(first).content().isEqualTo(GOOD);
    assertThat(second).content().isEqualTo(GOOD);
    assertThat(answer.out().lines().filter(line -> line.startsWith("fixed "))).hasSize(2);
  }

  @Test
  void aRedirectIsTakenOutOnlyIfItsRuleIsNamed() throws IOException {
    String stray = "Redirect 307 /a https://a.example/\nRedirect 308 /b https://b.example/\n";
    Files.writeString(file, stray);
    run("--fix");
    assertThat(file).content().isEqualTo(stray);
    run("--fix", "--rule", "stray-307");
    assertThat(file).content().isEqualTo("# " + stray);
  }

  @Test
  void aFixThatBringsAnotherFindingIsRefused() throws IOException {
    String moved =
        """
        server {
            listen 80;
            server_name old.example.org;
            return $scheme://new.example.com$request_uri;
        }
        """;
    Path nginx = folder.resolve("nginx.conf");
    Files.writeString(nginx, moved);
    Prompt.Answer answer = run("--fix", "--ruleset", "all", "--no-rule", "unescaped-dot");
    assertThat(nginx).content().isEqualTo(moved);
    assertThat(answer.out())
        .contains("not fixed: ", "missing-status-return: it would bring seo-temporary-move at ");
  }

  /** What the rule did not do before, it does now, and of that there is something to know. */
  @Test
  void aFixOfAWarningMayLeaveANoteBehind() throws IOException {
    String host =
        """
        RewriteEngine On
        RewriteCond %{HTTP_HOST} ^Shop\\.Example\\.com$
        RewriteRule ^ https://www.example.com%{REQUEST_URI} [R=301,L]
        """;
    Files.writeString(file, host);
    Prompt.Answer answer = run("--fix");
    assertThat(file).content().contains("^Shop\\.Example\\.com$ [NC]\n");
    assertThat(answer.out()).contains("fixed 1 finding in ", "method-changing-redirect");
  }

  @Test
  void whatABaselineKnowsIsLeftAlone() throws IOException {
    String twice = "Redirect 308 /a https://a.example/\nRedirect 308 /a https://a.example/\n";
    Files.writeString(file, twice);
    Path known = temporary.resolve("known");
    Prompt.run(
        "baseline", "--today", "2026-11-01", "--output", known.toString(), folder.toString());
    Files.writeString(file, twice + twice.replace("/a", "/b"));
    assertThat(run("--fix", "--baseline", known.toString()).out()).contains("fixed 1 finding in ");
    assertThat(file)
        .content()
        .startsWith(twice)
        .endsWith("\n# Redirect 308 /b https://b.example/\n");
  }

  @Test
  void aCommentThatIgnoresNothingIsTakenOut() throws IOException {
    Files.writeString(file, "# redirlint: ignore stray-307 they ask for it\n" + GOOD);
    assertThat(run("--fix").out()).contains("fixed 1 finding in ");
    assertThat(file).content().isEqualTo(GOOD);
  }

  @Test
  void ofOverlappingFixesTheFirstIsAppliedAndTheOtherLeft() throws IOException {
    Path nginx = folder.resolve("nginx.conf");
    Files.writeString(
        nginx,
        """
        server {
            listen 80;
            server_name www.example.com;
            location ~ ^/shop/ {
                return 308 https://shop.example.com$request_uri;
            }
            location ~ ^/shop/cart/ {
                rewrite ^/shop/cart/a$ /b permanent;
                rewrite ^/shop/cart/a$ /b permanent;
            }
        }
        """);
    Prompt.Answer answer = run("--fix", "--rule", "unreachable-rule,duplicate-redirect");
    assertThat(answer.out())
        .contains("fixed 1 finding in ", ":9:9: duplicate-redirect: it overlaps another fix");
    assertThat(nginx).content().contains("        # rewrite ^/shop/cart/a$ /b permanent;\n");
  }

  @Test
  void optionsThatContradictEachOtherAreRefused() {
    for (List<String> options :
        List.of(
            List.of("--fix", "--staged"),
            List.of("--fix", "--fix-dry-run"),
            List.of("--fix-backup"))) {
      Prompt.Answer answer = run(options.toArray(String[]::new));
      assertThat(answer.status()).as("%s", options).isEqualTo(2);
      assertThat(answer.err()).contains("--fix");
      assertThat(file).content().isEqualTo(BAD);
    }
  }

  private Prompt.Answer run(String... options) {
    return runOn(folder, options);
  }

  private static Prompt.Answer runOn(Path path, String... options) {
    List<String> words = new ArrayList<>(List.of("check", "--today", "2026-11-01"));
    words.addAll(List.of(options));
    words.add(path.toString());
    return Prompt.run(words.toArray(String[]::new));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }
}
