package org.redirlint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files that hold what is expected; {@code -Dgolden=update} writes them anew. */
public final class Golden {

  /** The folder of all test data. */
  public static final Path TESTDATA = Path.of("testdata");

  private Golden() {}

  /** Tells whether golden files are to be written instead of compared. */
  public static boolean isUpdating() {
    return "update".equals(System.getProperty("golden"));
  }

  /** Compares a text with a golden file, or writes the file. */
  public static void check(Path file, String actual) {
    try {
      if (isUpdating()) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual);
      }
      assertThat(file).exists();
      assertThat(actual)
          .as("%s is stale; -Dgolden=update writes it anew", file)
          .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Returns the files and folders in a folder, sorted by name. */
  public static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
