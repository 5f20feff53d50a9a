package org.redirlint.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version this jar was built as. */
public final class ToolVersion {

  private ToolVersion() {}

  /** Returns the version, as {@code 0.1.0}. */
  public static String current() {
    try (InputStream stream =
        ToolVersion.class.getResourceAsStream("/org/redirlint/version.properties")) {
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
