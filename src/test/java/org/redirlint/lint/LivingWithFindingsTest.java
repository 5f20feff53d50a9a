package org.redirlint.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redirlint.diagnostic.CheckResult;
import org.redirlint.lint.fix.Fixer;
import org.redirlint.lint.settings.RuleSelection;
import org.redirlint.lint.settings.SettingsFinder;
import org.redirlint.report.TextReport;

/** Only what is new is told, by a baseline or since a revision. */
class LivingWithFindingsTest extends ProjectFolder {

  @BeforeEach
  void makeProject() throws IOException {
    write(".htaccess", "Redirect 307 /a https://a.example/\nRedirect 307 /b https://b.example/\n");
  }

  @Test
  void aBaselineHidesWhatItKnowsWhereverItMoved() throws IOException {
    Path baseline = project.resolve("baseline");
    Files.writeString(baseline, Baseline.text(result()));
    assertThat(places(Baseline.read(baseline).without(result()))).isEmpty();
    write(
        ".htaccess",
        "# moved\n\n  Redirect 307   /b https://b.example/\nRedirect 307 /c https://c.example/\n");
    assertThat(places(Baseline.read(baseline).without(result()))).containsExactly(".htaccess:4");
  }

  @Test
  void whatIsLeftOutIsCounted() throws IOException {
    Path baseline = project.resolve("baseline");
    Files.writeString(baseline, Baseline.text(result()));
    assertThat(text(Baseline.read(baseline).without(result())))
        .endsWith("1 file: no issues found, 2 left out\n");
    write(".htaccess", "Redirect 307 /b https://b.example/\nRedirect 307 /c https://c.example/\n");
    assertThat(text(Baseline.read(baseline).without(result())))
        .endsWith("1 file: 0 errors, 1 warning, 0 info, 1 left out\n");
  }

  private static String text(CheckResult result) throws IOException {
    StringWriter out = new StringWriter();
    new TextReport(false, false).write(result, out);
    return out.toString();
  }

  @Test
  void theSameMistakeTwiceIsOneMore() throws IOException {
    write("a/.htaccess", "Redirect 307 /a https://a.example/\n");
    Path baseline = project.resolve("baseline");
    Files.writeString(baseline, Baseline.text(result()));
    write("b/.htaccess", "Redirect 307 /a https://a.example/\n");
    assertThat(places(Baseline.read(baseline).without(result()))).containsExactly("b/.htaccess:1");
  }

  @Test
  void whatIsNoBaselineIsRefused() throws IOException {
    Path file = project.resolve("baseline");
    Files.writeString(file, "# known\nstray-307 .htaccess\n");
    assertThatThrownBy(() -> Baseline.read(file))
        .isInstanceOf(UnreadablePathException.class)
        .hasMessageContaining("baseline:2:1: expected a fingerprint");
    assertThatThrownBy(() -> Baseline.read(project.resolve("missing")))
        .isInstanceOf(UnreadablePathException.class)
        .hasMessageContaining("missing: is no baseline");
  }

  @Test
  void onlyChangedLinesAreTold() throws IOException, InterruptedException {
    commit();
    assertThat(places(ChangedLines.since("HEAD", project).in(result()))).isEmpty();
    write(
        ".htaccess",
        """
        Redirect 307 /a https://a.example/
        Redirect 307 /new https://n.example/
        Redirect 307 /b https://b.example/
        """);
    write("späť \"new\"/.htaccess", "Redirect 307 /a https://a.example/\n");
    assertThat(places(ChangedLines.since("HEAD", project).in(result())))
        .containsExactly(".htaccess:2", "späť \"new\"/.htaccess:1");
    commit();
    assertThat(places(ChangedLines.since("HEAD~1", project).in(result())))
        .containsExactly(".htaccess:2", "späť \"new\"/.htaccess:1");
  }

  @Test
  void aLoopThroughAChangedLineIsTold() throws IOException, InterruptedException {
    write(".htaccess", "Redirect 301 /a /c\nRedirect 301 /b /a\n");
    commit();
    write(".htaccess", "Redirect 301 /a /b\nRedirect 301 /b /a\n");
    CheckResult changed = ChangedLines.since("HEAD", project).in(result());
    assertThat(changed.diagnostics())
        .filteredOn(found -> found.rule().id().equals("redirect-loop"))
        .extracting(found -> found.origin().start().line())
        .containsExactly(2);
  }

  @Test
  void onlyWhatIsToldIsMended() throws IOException, InterruptedException {
    String old = "Redirect 308 /a https://a.example/\nRedirect 308 /a https://a.example/\n";
    write(".htaccess", old);
    commit();
    write(".htaccess", old + old.replace("/a ", "/b "));
    SettingsFinder finder = new SettingsFinder(project, Optional.empty(), RuleSelection.NONE);
    assertThat(places(result())).containsExactly(".htaccess:2", ".htaccess:4");
    Fixer.fixes(
            new ProjectLinter(finder),
            request(Path.of(""), TODAY),
            ChangedLines.since("HEAD", project).in(result()).diagnostics(),
            Set.of())
        .apply(/* backup= */ false);
    assertThat(project.resolve(".htaccess"))
        .content()
        .isEqualTo(
            old + "Redirect 308 /b https://a.example/\n# Redirect 308 /b https://a.example/\n");
  }

  @Test
  void noRepositoryOrRevisionIsSaid() throws IOException, InterruptedException {
    commit();
    for (String revision : List.of("nowhere", "--output=x", "-z")) {
      assertThatThrownBy(() -> ChangedLines.since(revision, project))
          .isInstanceOf(UnreadablePathException.class)
          .hasMessage("there is no such revision: " + revision);
    }
  }

  private void commit() throws IOException, InterruptedException {
    if (!Files.exists(project.resolve(".git"))) {
      git("init", "--quiet");
    }
    git("add", "--all");
    git("-c", "user.name=t", "-c", "user.email=t@example.net", "commit", "--quiet", "-m", "t");
  }

  private void git(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    Process git =
        new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true).start();
    String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(output).isZero();
  }
}
