package org.redirlint.lint.fix;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
import org.redirlint.lint.UnreadablePathException;

/** Puts a new file in the place of an old one: whoever reads it meanwhile sees one or the other. */
final class FileReplacement {

  private static final CopyOption[] COPY = {
    StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING
  };

  private FileReplacement() {}

  /**
   * Replaces a file.
   *
   * @param path its real path: a symbolic link stays one
   * @param backup whether to leave the old file beside it, under its name with {@code .bak}
   * @throws UnreadablePathException if it cannot be, or was changed since it was read
   */
  static void replace(Path path, ChangedFile file, boolean backup) {
    try {
      if (!Arrays.equals(Files.readAllBytes(path), file.before().bytes())) {
        throw new UnreadablePathException(
            file.before().path() + ": was changed while it was checked; it is left as it is");
      }
      if (backup) {
        Files.copy(path, path.resolveSibling(path.getFileName() + ".bak"), COPY);
      }
      write(path, file.after().bytes());
    } catch (IOException unwritable) {
      throw new UnreadablePathException(
          file.before().path() + ": cannot be written: " + unwritable.getMessage());
    }
  }

  private static void write(Path path, byte[] bytes) throws IOException {
    Path temporary = path.resolveSibling("." + path.getFileName() + ".redirlint");
    Files.createFile(temporary);
    try {
      Files.write(temporary, bytes);
      takeOver(path, temporary);
      Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** A server may read its files by their owner or group: they are kept, or nothing is written. */
  private static void takeOver(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view == null || !Files.readAttributes(from, BasicFileAttributes.class).isRegularFile()) {
      return;
    }
    PosixFileAttributes attributes = Files.readAttributes(from, PosixFileAttributes.class);
    PosixFileAttributes own = view.readAttributes();
    if (!own.group().equals(attributes.group())) {
      view.setGroup(attributes.group());
    }
    if (!own.owner().equals(attributes.owner())) {
      view.setOwner(attributes.owner());
    }
    view.setPermissions(attributes.permissions());
  }
}
