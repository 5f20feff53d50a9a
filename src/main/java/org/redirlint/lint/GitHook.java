package org.redirlint.lint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import org.redirlint.lint.settings.SettingsFinder;

/**
 * The hook of a repository by which git asks redirlint before each commit (githooks(5)).
 *
 * @param file the hook
 * @param before where a hook that was there before is kept; it runs first
 */
public record GitHook(Path file, Path before) {

  private static final String MARK = "# Written by \"redirlint install-hook\"";

  /**
   * Returns the hook of the repository a folder lies in, whether it is there or not: in the folder
   * git looks into, which working trees share and {@code core.hooksPath} names.
   *
   * @throws UnreadablePathException if the folder lies in no working tree
   */
  public static GitHook of(Path folder) {
    Path root = Git.root(folder);
    Path hooks = root.resolve(new Git(root).line("rev-parse", "--git-path", "hooks")).normalize();
    return new GitHook(hooks.resolve("pre-commit"), hooks.resolve("pre-commit.before-redirlint"));
  }

  /** Tells whether the hook is there. */
  public boolean isInstalled() throws IOException {
    return Files.isRegularFile(file)
        && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARK);
  }

  /**
   * Writes the hook, anew if it is there. Another hook is kept, and runs before this one.
   *
   * @param command how to run redirlint: a program's absolute path and its first arguments
   * @throws UnreadablePathException if there is a hook that cannot be kept
   */
  public void install(List<String> command) throws IOException {
    if (!isInstalled() && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      keep();
    }
    Path folder = Files.createDirectories(file.resolveSibling(""));
    Path written = Files.createTempFile(folder, "pre-commit", ".new");
    Files.writeString(written, text(command));
    if (!written.toFile().setExecutable(true, false)
        || !written.toFile().setReadable(true, false)) {
      throw new IOException(written + " cannot be made a program");
    }
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Programs that keep hooks in a folder of their own call them by their names. */
  private void keep() throws IOException {
    Path folder = file.resolveSibling("");
    if (!new Git(folder).line("config", "--get", "--default", "", "core.hooksPath").isEmpty()) {
      throw new UnreadablePathException(
          file
              + ": core.hooksPath keeps your own hook there; let it call"
              + " \"redirlint check --quiet --staged\"");
    }
    if (Files.exists(before, LinkOption.NOFOLLOW_LINKS)) {
      throw new UnreadablePathException(
          file
              + ": cannot be kept as "
              + before
              + ", which is there already; take one of them away");
    }
    Files.move(file, before);
  }

  /**
   * Takes the hook away, and puts back the one that was there before.
   *
   * @return whether it was there
   */
  public boolean uninstall() throws IOException {
    if (!isInstalled()) {
      return false;
    }
    Files.delete(file);
    if (Files.exists(before, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(before, file);
    }
    return true;
  }

  private static String text(List<String> command) throws IOException {
    try (InputStream template = GitHook.class.getResourceAsStream("pre-commit.sh")) {
      return new String(template.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@PATHS@", words(FileFinder.pathspecs(SettingsFinder.NAME)))
          .replace("@PROGRAM@", words(command.subList(0, 1)))
          .replace("@COMMAND@", words(command));
    }
  }

  private static String words(List<String> words) {
    return words.stream()
        .map(word -> "'" + word.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }
}
