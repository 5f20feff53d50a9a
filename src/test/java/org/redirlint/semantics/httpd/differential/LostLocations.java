package org.redirlint.semantics.httpd.differential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The redirects httpd itself has lost: where {@code FallbackResource} leads to what redirects, it
 * frees the memory that holds the Location before it sends it. Whether something else stands there
 * by then depends on how long the paths are; httpd answers 500 if it cannot be sent, and says so.
 */
final class LostLocations {

  /** A Location that was written by anybody begins like a URL. */
  private static final Pattern LOST =
      Pattern.compile("AH02430: Response header 'Location' value of '(?!https?:|/)");

  private final Path log;
  private long known;

  /** Takes where the server's error log is. */
  LostLocations(Path log) {
    this.log = log;
  }

  /** Tells whether an answer is one of a redirect that was lost since the last question. */
  boolean isOne(String answer) throws IOException {
    if (!answer.equals("500 -")) {
      return false;
    }
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      long before = known;
      known = lines.filter(line -> LOST.matcher(line).find()).count();
      return known > before;
    }
  }
}
