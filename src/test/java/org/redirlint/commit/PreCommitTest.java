package org.redirlint.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real pre-commit runs the hook that {@code .pre-commit-hooks.yaml} describes, as its page
 * says.
 */
class PreCommitTest {

  @TempDir private Path folder;

  /** redirlint's repository as pre-commit clones it, running the classes under test. */
  @BeforeEach
  void publish() throws Exception {
    assumeTrue(
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "pre-commit"))),
        "pre-commit is not installed; bin/test installs it where it can");
    ScratchRepository redirlint = ScratchRepository.in(folder.resolve("redirlint"));
    redirlint.script(
        "bin/redirlint", "#!/bin/sh\nexec " + ScratchRepository.redirlint() + " \"$@\"\n");
    redirlint.write(".pre-commit-hooks.yaml", Files.readString(Path.of(".pre-commit-hooks.yaml")));
    redirlint.git("add", ".");
    redirlint.git("commit", "--quiet", "--message", "Publish");
  }

  private ScratchRepository project() throws Exception {
    ScratchRepository project = ScratchRepository.in(folder.resolve("project"));
    project.stage(
        ".pre-commit-config.yaml",
        Page.blocks("yaml")
            .get(0)
            .replace("REPOSITORY", folder.resolve("redirlint").toString())
            .replace(
                "REVISION",
                ScratchRepository.in(folder.resolve("redirlint")).git("rev-parse", "HEAD")));
    assertThat(project.run("pre-commit", "install").status()).isZero();
    return project;
  }

  @Test
  void aLoopIsBlockedAndItsRepairGoesThrough() throws Exception {
    ScratchRepository project = project();
    project.stage("conf/nginx.conf", ScratchRepository.LOOP);
    ScratchRepository.Answer blocked = project.commit();
    assertThat(blocked.out()).contains("conf/nginx.conf", "redirect-loop");
    assertThat(blocked.status()).isEqualTo(1);
    project.stage("conf/nginx.conf", ScratchRepository.CLEAN);
    ScratchRepository.Answer passed = project.commit();
    assertThat(passed.out()).contains("Passed");
    assertThat(passed.status()).isZero();
  }

  @Test
  void whatWasThereBeforeBlocksNoOtherFile() throws Exception {
    ScratchRepository project = project();
    project.stage("old/nginx.conf", ScratchRepository.LOOP);
    project.git("commit", "--quiet", "--no-verify", "--message", "Leave a loop behind");
    project.stage("new/nginx.conf", ScratchRepository.CLEAN);
    assertThat(project.commit().status()).isZero();
  }

  @Test
  void aSnippetIsReadWhereItIsIncluded() throws Exception {
    ScratchRepository project = project();
    project.stage(
        "nginx.conf",
        "server { listen 80; server_name www.example.com; include snippets/moved.conf; }\n");
    project.stage("snippets/moved.conf", "location = /a { return 301 /b; }\n");
    ScratchRepository.Answer first = project.commit();
    assertThat(first.status()).as(first.out()).isZero();
    project.stage(
        "snippets/moved.conf",
        "location = /a { return 301 /b; }\nlocation = /b { return 301 /a; }\n");
    ScratchRepository.Answer blocked = project.commit();
    assertThat(blocked.out()).contains("snippets/moved.conf", "redirect-loop");
    assertThat(blocked.status()).isEqualTo(1);
  }

  @Test
  void filesOfOtherProgramsAreNotItsBusiness() throws Exception {
    ScratchRepository project = project();
    project.stage("app/logging.conf", "[loggers]\nkeys=root\n");
    assertThat(project.commit().status()).isZero();
  }
}
