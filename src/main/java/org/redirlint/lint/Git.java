package org.redirlint.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks the git of the machine. */
final class Git {

  private final Path folder;

  /** Takes a folder in the repository. */
  Git(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns what git writes.
   *
   * @throws UnreadablePathException if there is no git, or it refuses; the message says why
   */
  String ask(String... words) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotePath=false"));
    command.addAll(List.of(words));
    try {
      Process git = new ProcessBuilder(command).directory(folder.toFile()).start();
      git.getOutputStream().close();
      CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> errors(git));
      String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (git.waitFor() != 0) {
        String why = errors.join().lines().findFirst().orElse("there is no such revision");
        throw new UnreadablePathException("git " + words[0] + ": " + why);
      }
      return output;
    } catch (IOException missing) {
      throw new UnreadablePathException("git cannot be run: " + missing.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UnreadablePathException("git was interrupted");
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
