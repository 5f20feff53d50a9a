package org.redirlint.lint;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Asks the git of the machine. */
final class Git {

  private static final Pattern END_OF_NAME = Pattern.compile("\0");

  private final Path folder;

  /** Takes a folder in the repository. */
  Git(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns the root of the working tree a folder lies in.
   *
   * @throws UnreadablePathException if it lies in none
   */
  static Path root(Path folder) {
    return Path.of(new Git(folder).line("rev-parse", "--show-toplevel"));
  }

  /**
   * Returns what git writes.
   *
   * @throws UnreadablePathException if there is no git, or it refuses; the message says why
   */
  String ask(String... words) {
    return tell(List.of(), words);
  }

  /** Returns the line git writes, without its end. */
  String line(String... words) {
    return ask(words).replaceFirst("\\R\\z", "");
  }

  /** Returns the names git writes, each of them ended by a null character. */
  List<String> names(String... words) {
    return END_OF_NAME.splitAsStream(ask(words)).filter(name -> !name.isEmpty()).toList();
  }

  /**
   * Gives git names to read, each of them ended by a null character, and returns what it writes.
   *
   * @throws UnreadablePathException if there is no git, or it refuses; the message says why
   */
  String tell(List<String> names, String... words) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotePath=false"));
    command.addAll(List.of(words));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      // No configuration is so large that it is stored elsewhere.
      builder.environment().put("GIT_LFS_SKIP_SMUDGE", "1");
      Process git = builder.start();
      CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> errors(git));
      CompletableFuture<Void> input = CompletableFuture.runAsync(() -> write(names, git));
      String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (git.waitFor() != 0) {
        String why = errors.join().lines().findFirst().orElse("it gives no reason");
        throw new UnreadablePathException("git " + words[0] + ": " + why);
      }
      input.join();
      return output;
    } catch (IOException missing) {
      throw new UnreadablePathException("git cannot be run: " + missing.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UnreadablePathException("git was interrupted");
    }
  }

  private static void write(List<String> names, Process git) {
    try (OutputStream input = git.getOutputStream()) {
      input.write(
          String.join("", names.stream().map(name -> name + "\0").toList())
              .getBytes(StandardCharsets.UTF_8));
    } catch (IOException notRead) {
      throw new UncheckedIOException(notRead);
    }
  }

  private static String errors(Process git) {
    try {
      return new String(git.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
