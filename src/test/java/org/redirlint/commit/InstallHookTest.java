package org.redirlint.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redirlint.commit.ScratchRepository.CLEAN;
import static org.redirlint.commit.ScratchRepository.LOOP;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.commit.ScratchRepository.Answer;

/** What git does with the hook of {@code redirlint install-hook}. */
class InstallHookTest {

  @TempDir private Path folder;
  private ScratchRepository project;

  @BeforeEach
  void create() throws Exception {
    project = ScratchRepository.in(folder.resolve("project"));
  }

  private static Answer redirlint(ScratchRepository where, String arguments) throws Exception {
    return where.run("sh", "-c", ScratchRepository.redirlint() + " " + arguments);
  }

  private void install() throws Exception {
    Answer answer = redirlint(project, "install-hook");
    assertThat(answer.status()).as(answer.out()).isZero();
  }

  private static void passes(Answer commit) {
    assertThat(commit.out()).isEmpty();
    assertThat(commit.status()).isZero();
  }

  private static void isBlocked(Answer commit, String file) {
    assertThat(commit.out()).startsWith(file + "\n").contains("redirect-loop");
    assertThat(commit.status()).isEqualTo(1);
  }

  @Test
  void aLoopIsBlockedAndItsRepairGoesThrough() throws Exception {
    install();
    project.stage("conf/nginx.conf", LOOP);
    isBlocked(project.commit(), "conf/nginx.conf");
    project.stage("conf/nginx.conf", CLEAN);
    passes(project.commit());
    assertThat(project.git("log", "--format=%s")).isEqualTo("Change");
  }

  @Test
  void thePageIsRight() throws Exception {
    Path bin = folder.resolve("bin");
    ScratchRepository.in(bin)
        .script("redirlint", "#!/bin/sh\nexec " + ScratchRepository.redirlint() + " \"$@\"\n");
    List<String> commands = Page.blocks("sh");
    assertThat(commands).hasSize(2);
    project.stage("nginx.conf", LOOP);
    for (String command : commands) {
      Answer answer = project.run("sh", "-c", "PATH='" + bin + "':$PATH; " + command);
      assertThat(answer.status()).as(answer.out()).isZero();
      assertThat(project.commit().status()).isEqualTo(command.contains("--uninstall") ? 0 : 1);
    }
  }

  @Test
  void whatIsStagedCountsAndNotTheWorkingTree() throws Exception {
    install();
    project.stage("nginx.conf", LOOP);
    project.write("nginx.conf", CLEAN);
    isBlocked(project.commit(), "nginx.conf");
    project.stage("nginx.conf", CLEAN);
    project.write("nginx.conf", LOOP);
    passes(project.commit());
  }

  @Test
  void whatIsCommittedBesideTheIndexCounts() throws Exception {
    install();
    project.stage("nginx.conf", CLEAN);
    passes(project.commit());
    project.write("nginx.conf", LOOP);
    isBlocked(project.run("git", "commit", "--quiet", "-a", "-m", "All"), "nginx.conf");
    isBlocked(project.run("git", "commit", "--quiet", "-m", "One", "nginx.conf"), "nginx.conf");
  }

  @Test
  void includesAreStagedToo() throws Exception {
    install();
    project.stage(
        "nginx.conf", "server { listen 80; server_name example.com; include parts/moved; }\n");
    project.stage("parts/moved", "location = /a { return 301 /b; }\n");
    passes(project.commit());
    project.stage(
        "nginx.conf",
        "server { listen 80; server_name example.com; include parts/moved; location = /b { return 301 /a; } }\n");
    project.write("parts/moved", "");
    assertThat(project.commit().out()).contains("redirect-loop", "parts/moved");
  }

  @Test
  void otherCommitsStartNoJava() throws Exception {
    install();
    project.stage("nginx.conf", LOOP);
    project.git("commit", "--quiet", "--no-verify", "-m", "Leave a loop behind");
    Path hook = project.folder().resolve(".git/hooks/pre-commit");
    Files.writeString(
        hook, Files.readString(hook).replaceAll("(?m)^exec .*", "echo started; exit 1"));
    project.stage("README.md", "Hello\n");
    passes(project.commit());
    project.stage("a.CONF", "");
    assertThat(project.commit().out()).isEqualTo("started\n");
  }

  @Test
  void whatWasThereBeforeBlocksNoOtherFile() throws Exception {
    install();
    project.stage("old/nginx.conf", LOOP);
    project.git("commit", "--quiet", "--no-verify", "-m", "Leave a loop behind");
    project.stage("new/nginx.conf", CLEAN);
    passes(project.commit());
    project.git("rm", "--quiet", "new/nginx.conf");
    passes(project.commit());
  }

  @Test
  void theHookThatWasThereRunsFirstAndComesBack() throws Exception {
    String own = "#!/bin/sh\necho \"own hook\"\n[ ! -e refuse ]\n";
    project.script(".git/hooks/pre-commit", own);
    install();
    install();
    project.stage("nginx.conf", LOOP);
    Answer both = project.commit();
    assertThat(both.out()).startsWith("own hook\nnginx.conf\n").contains("redirect-loop");
    project.write("refuse", "");
    Answer refused = project.commit();
    assertThat(refused.out()).isEqualTo("own hook\n");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(redirlint(project, "install-hook --uninstall").out()).contains("as it was before");
    assertThat(project.folder().resolve(".git/hooks/pre-commit")).hasContent(own).isExecutable();
    assertThat(project.folder().resolve(".git/hooks/pre-commit.before-redirlint")).doesNotExist();
    assertThat(redirlint(project, "install-hook --uninstall").out()).contains("nothing to take");
    assertThat(project.folder().resolve(".git/hooks/pre-commit")).hasContent(own);
  }

  @Test
  void nothingIsLeftAfterItIsUninstalled() throws Exception {
    install();
    assertThat(redirlint(project, "install-hook --uninstall").status()).isZero();
    assertThat(project.folder().resolve(".git/hooks/pre-commit")).doesNotExist();
    project.stage("nginx.conf", LOOP);
    passes(project.commit());
  }

  @Test
  void aWorkingTreeSharesTheHook() throws Exception {
    project.stage("README.md", "Hello\n");
    passes(project.commit());
    ScratchRepository other = project.worktree(folder.resolve("other"));
    assertThat(redirlint(other, "install-hook").status()).isZero();
    for (ScratchRepository tree : new ScratchRepository[] {other, project}) {
      tree.stage("nginx.conf", LOOP);
      isBlocked(tree.commit(), "nginx.conf");
    }
  }

  @Test
  void theFolderOfHooksIsTheOneGitLooksInto() throws Exception {
    project.git("config", "core.hooksPath", "my hooks");
    assertThat(redirlint(project, "install-hook").status()).isZero();
    project.stage("deep/er/nginx.conf", LOOP);
    isBlocked(project.commit(), "deep/er/nginx.conf");
    assertThat(redirlint(project, "install-hook --uninstall").status()).isZero();
    project.script("my hooks/pre-commit", "#!/bin/sh\n");
    Answer refused = redirlint(project, "install-hook");
    assertThat(refused.out()).contains("redirlint check --quiet --staged");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(project.folder().resolve("my hooks/pre-commit")).hasContent("#!/bin/sh\n");
  }

  @Test
  void namesAreThoseInTheFolderOneStandsIn() throws Exception {
    project.stage("site/conf/nginx.conf", LOOP);
    project.stage("other/nginx.conf", LOOP);
    assertThat(
            project
                .run(
                    "sh",
                    "-c",
                    "cd site && " + ScratchRepository.redirlint() + " check --quiet --staged")
                .out())
        .startsWith("conf/nginx.conf\n")
        .doesNotContain("other");
    assertThat(redirlint(project, "check --quiet --staged other").out())
        .startsWith("other/nginx.conf\n")
        .doesNotContain("site");
  }

  @Test
  void outsideOfARepositoryItSaysSo() throws Exception {
    Path nowhere = Files.createDirectory(folder.resolve("nowhere"));
    Answer answer =
        project.run(
            "sh",
            "-c",
            "cd '" + nowhere + "' && " + ScratchRepository.redirlint() + " install-hook");
    assertThat(answer.out()).contains("not a git repository");
    assertThat(answer.status()).isEqualTo(2);
  }
}
