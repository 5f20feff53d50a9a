package org.redirlint.semantics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files a conformance case speaks of, laid out below a folder that stands for /srv. */
public final class Sandbox {

  private Sandbox() {}

  public static void build(Path source, Path box) throws IOException {
    Files.createDirectories(box.resolve("www"));
    Files.createDirectories(box.resolve("alt"));
    Path overlay = source.resolve("srv");
    if (Files.isDirectory(overlay)) {
      try (Stream<Path> files = Files.walk(overlay)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = box.resolve(overlay.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    if (Files.exists(source.resolve("htaccess"))) {
      Files.copy(source.resolve("htaccess"), box.resolve("www/.htaccess"));
    }
    Path tree = source.resolve("tree.txt");
    if (Files.exists(tree)) {
      plant(Files.readAllLines(tree, StandardCharsets.UTF_8), box);
    }
  }

  /** Makes the files of a list: see the suite's description. */
  public static void plant(List<String> lines, Path box) throws IOException {
    List<Runnable> modes = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split("\t", -1);
      String[] link = columns[0].split(" -> ", 2);
      String name = link[0];
      Path path =
          name.startsWith("/srv/")
              ? box.resolve(name.substring(5))
              : box.resolve("www").resolve(name);
      Files.createDirectories(path.getParent());
      if (link.length == 2) {
        String target = link[1].startsWith("/srv/") ? box + link[1].substring(4) : link[1];
        Files.createSymbolicLink(path, Path.of(target));
        continue;
      }
      if (name.endsWith("/")) {
        Files.createDirectories(path);
      } else if (!Files.exists(path)) {
        Files.writeString(path, "12345");
      }
      for (String column : columns) {
        if (column.startsWith("mode=")) {
          modes.add(() -> change(path, Integer.parseInt(column.substring(5), 8)));
        } else if (column.startsWith("size=0")) {
          Files.writeString(path, "");
        }
      }
    }
    modes.forEach(Runnable::run);
  }

  private static void change(Path path, int mode) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] order = PosixFilePermission.values();
    for (int bit = 0; bit < order.length; bit++) {
      if ((mode >> (order.length - 1 - bit) & 1) != 0) {
        permissions.add(order[bit]);
      }
    }
    try {
      Files.setPosixFilePermissions(path, permissions);
    } catch (IOException refused) {
      throw new java.io.UncheckedIOException(refused);
    }
  }
}
