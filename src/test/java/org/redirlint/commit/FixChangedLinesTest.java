package org.redirlint.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.commit.ScratchRepository.Answer;

/** What {@code --fix} mends of files of which only some lines were changed. */
class FixChangedLinesTest {

  private static final String OLD = "RewriteRule ^old.html$ /new [R=308,L]\n";
  private static final String FILE = "site/.htaccess";

  @TempDir private Path folder;
  private ScratchRepository project;

  @BeforeEach
  void commitWhatWasThere() throws Exception {
    project = ScratchRepository.in(folder.resolve("project"));
    project.stage(FILE, "RewriteEngine On\n" + OLD);
    project.stage("untouched/.htaccess", "RewriteEngine On\n" + OLD);
    project.git("commit", "--quiet", "--message", "Begin");
    project.write(FILE, "RewriteEngine On\n" + OLD + repeated("x.html", "/y"));
    project.write("new/.htaccess", "Redirect 308 /a /b\nRedirect 308 /a /b\n");
  }

  private static String repeated(String from, String to) {
    return ("Redirect 308 /" + from + " " + to + "\n").repeat(2);
  }

  private Answer check(String options) throws Exception {
    return project.run("sh", "-c", ScratchRepository.redirlint() + " check " + options);
  }

  private Path file(String name) {
    return project.folder().resolve(name);
  }

  @Test
  void onlyWhatLiesInChangedLinesIsMended() throws Exception {
    Answer answer = check("--fix --changed-since HEAD --fail-on info");
    assertThat(file(FILE))
        .content()
        .isEqualTo(
            "RewriteEngine On\n" + OLD + "Redirect 308 /x.html /y\n# Redirect 308 /x.html /y\n");
    assertThat(file("new/.htaccess"))
        .content()
        .isEqualTo("Redirect 308 /a /b\n# Redirect 308 /a /b\n");
    assertThat(file("untouched/.htaccess")).content().isEqualTo("RewriteEngine On\n" + OLD);
    assertThat(answer.out())
        .contains("fixed 1 finding in " + FILE, "fixed 1 finding in new/.htaccess")
        .doesNotContain("unescaped-dot");
    assertThat(answer.status()).isZero();
  }

  @Test
  void aDryRunShowsNothingElse() throws Exception {
    Answer answer = check("--fix-dry-run --changed-since HEAD");
    assertThat(answer.out())
        .contains("--- a/" + FILE, "+# Redirect 308 /x.html /y", "+# Redirect 308 /a /b")
        .doesNotContain("untouched", "-RewriteRule");
    assertThat(file("new/.htaccess")).content().isEqualTo("Redirect 308 /a /b\n".repeat(2));
  }

  @Test
  void theFolderMayLieBelowTheRepository() throws Exception {
    Answer answer =
        project.run(
            "sh",
            "-c",
            "cd site && " + ScratchRepository.redirlint() + " check --fix --changed-since HEAD");
    assertThat(answer.out()).contains("fixed 1 finding in .htaccess");
    assertThat(file(FILE)).content().startsWith("RewriteEngine On\n" + OLD).contains("\n# Redir");
    assertThat(file("new/.htaccess")).content().doesNotContain("#");
  }

  @Test
  void pathsAreReadFromTheRootWhateverTheUserHasSet() throws Exception {
    project.git("config", "diff.relative", "true");
    theFolderMayLieBelowTheRepository();
  }

  @Test
  void whatLeadsThroughAChangedLineIsMendedWhereItBegins() throws Exception {
    project.stage(FILE, "Redirect 301 /a /b\n" + OLD);
    project.git("commit", "--quiet", "--all", "--message", "Move a page");
    project.write(FILE, "Redirect 301 /a /b\n" + OLD + "Redirect 301 /b /c\n");
    check("--fix --changed-since HEAD --ruleset all " + FILE);
    assertThat(file(FILE))
        .content()
        .isEqualTo("Redirect 301 /a /c\n" + OLD + "Redirect 301 /b /c\n");
  }
}
