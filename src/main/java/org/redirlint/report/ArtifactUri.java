package org.redirlint.report;

import java.io.File;
import java.nio.charset.StandardCharsets;

/** Paths as relative references of RFC 3986, section 4.2. */
final class ArtifactUri {

  private static final String UNRESERVED = "-._~";

  private ArtifactUri() {}

  /**
   * Returns a path with all but letters, digits, {@code -._~} and slashes percent-encoded as UTF-8:
   * a colon too, so that no folder's name is taken for a scheme.
   */
  static String of(String path) {
    StringBuilder uri = new StringBuilder(path.length());
    for (byte b : path.replace(File.separatorChar, '/').getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c == '/' || isUnreserved(c)) {
        uri.append(c);
      } else {
        uri.append("%%%02X".formatted((int) c));
      }
    }
    return uri.toString();
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || UNRESERVED.indexOf(c) >= 0;
  }
}
