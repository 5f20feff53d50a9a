package org.redirlint.commit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The page that tells how to be asked before each commit. */
final class Page {

  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

  private Page() {}

  /** Returns what it says to copy in a language. */
  static List<String> blocks(String language) throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("src/site/markdown/pre-commit.md")))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }
}
