package org.redirlint.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A repository of git for one test, of nobody's settings. */
final class ScratchRepository {

  static final String LOOP =
      """
      server {
          listen 80;
          server_name www.example.com;
          location /a { return 301 http://www.example.com/b; }
          location /b { return 301 http://www.example.com/a; }
      }
      """;

  static final String CLEAN =
      """
      server {
          listen 80;
          server_name www.example.com;
          location = /a { return 301 http://www.example.com/b; }
      }
      """;

  /** What a command wrote on both streams, and its exit status. */
  record Answer(int status, String out) {}

  private final Path folder;
  private final Map<String, String> environment;

  private ScratchRepository(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** Makes a repository in a new folder. */
  static ScratchRepository in(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    ScratchRepository made =
        new ScratchRepository(
            folder,
            Map.of(
                "HOME", folder.toString(),
                "GIT_CONFIG_NOSYSTEM", "1",
                "PRE_COMMIT_HOME", folder.resolveSibling("pre-commit-home").toString()));
    made.git("init", "--quiet", "--initial-branch=main");
    made.git("config", "user.name", "Nobody");
    made.git("config", "user.email", "nobody@example.com");
    return made;
  }

  /** Returns a further working tree of the repository, at a branch of its own. */
  ScratchRepository worktree(Path other) throws IOException, InterruptedException {
    git("worktree", "add", "--quiet", other.toString());
    return new ScratchRepository(other, environment);
  }

  Path folder() {
    return folder;
  }

  Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** Writes a file and stages it. */
  void stage(String name, String text) throws IOException, InterruptedException {
    write(name, text);
    git("add", "--", name);
  }

  /** Writes a script that can be run. */
  void script(String name, String text) throws IOException {
    assertThat(write(name, text).toFile().setExecutable(true)).isTrue();
  }

  Answer commit() throws IOException, InterruptedException {
    return run("git", "commit", "--quiet", "--message", "Change");
  }

  /** Runs git, which must succeed, and returns what it wrote. */
  String git(String... words) throws IOException, InterruptedException {
    Answer answer =
        run(Stream.concat(Stream.of("git"), Arrays.stream(words)).toArray(String[]::new));
    assertThat(answer.status).as(answer.out).isZero();
    return answer.out.strip();
  }

  Answer run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command)).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), out);
  }

  /** Returns the command that runs the classes under test, in the words of a shell. */
  static String redirlint() {
    return "'%s' -XX:TieredStopAtLevel=1 -cp '%s' org.redirlint.cli.Redirlint"
        .formatted(Path.of(System.getProperty("java.home"), "bin", "java"), classes());
  }

  private static String classes() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
