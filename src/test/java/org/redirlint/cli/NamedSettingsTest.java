package org.redirlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that {@code --config} names speak of the files in their own folder. */
class NamedSettingsTest {

  private static final String LEADS_TO_ANOTHER_NAME =
      """
      server {
          listen 80;
          server_name shop.example;
          return 301 http://www.shop.example$request_uri;
      }
      """;

  @TempDir private Path temporary;

  @Test
  void theirSitesAreBelowTheirFolder() throws IOException {
    Path folder = Files.createDirectory(temporary.toRealPath().resolve("house"));
    Path settings =
        Files.writeString(
            folder.resolve("house.yaml"),
            "sites:\n  - files: ['*.conf']\n    hosts: [www.shop.example]\n");
    Path below = Files.writeString(folder.resolve("shop.conf"), LEADS_TO_ANOTHER_NAME);
    Path beside = Files.writeString(temporary.resolve("shop.conf"), LEADS_TO_ANOTHER_NAME);
    assertThat(check(below, settings)).contains("redirect-loop", "shop.conf: loops");
    assertThat(check(beside, settings)).doesNotContain("redirect-loop", "shop.conf: loops");
  }

  private static String check(Path file, Path settings) {
    return Prompt.run(
            "check", "--today", "2026-11-01", "--config", settings.toString(), file.toString())
        .out();
  }
}
