package org.redirlint.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that a finding assumes, for as long as it is looked at. */
final class PlantedFiles {

  private static final Pattern FILE = Pattern.compile("(/.*) is a file");
  private static final Pattern FOLDER = Pattern.compile("(/.*) is a directory");

  private final List<Path> planted = new ArrayList<>();

  private PlantedFiles() {}

  static PlantedFiles of(List<String> assumptions, Path box) throws IOException {
    PlantedFiles files = new PlantedFiles();
    for (String assumption : assumptions) {
      Matcher folder = FOLDER.matcher(assumption);
      Matcher file = FILE.matcher(assumption);
      if (folder.matches()) {
        files.folder(below(box, folder.group(1)));
      } else if (file.matches()) {
        Path path = below(box, file.group(1));
        files.folder(path.getParent());
        files.planted.add(Files.writeString(path, "text"));
      }
    }
    return files;
  }

  private static Path below(Path box, String path) {
    return box.resolve(path.substring(1)).normalize();
  }

  private void folder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      folder(folder.getParent());
      planted.add(Files.createDirectory(folder));
    }
  }

  /** Takes them away again. */
  void remove() throws IOException {
    Collections.reverse(planted);
    for (Path path : planted) {
      Files.delete(path);
    }
  }
}
