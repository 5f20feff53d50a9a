package org.redirlint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patterns of Ant, and what is found without any. */
class FileSelectionTest {

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    for (String file :
        List.of(
            ".htaccess",
            "a/.htaccess",
            "a/b/httpd.conf",
            "a/b/site.cfg",
            "a/logo.conf",
            "target/.htaccess",
            "odd{x}[y]/.htaccess")) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.endsWith("logo.conf") ? "\u0089PNG" : "RewriteEngine On\n");
    }
  }

  @Test
  void withoutPatternsFilesAreKnownByTheirNames() {
    assertThat(found(List.of(), List.of()))
        .containsExactly(".htaccess", "a/.htaccess", "a/b/httpd.conf", "odd{x}[y]/.htaccess");
  }

  @Test
  void twoAsterisksStandForAnyNumberOfFolders() {
    assertThat(found(List.of("**/.htaccess"), List.of()))
        .containsExactly(".htaccess", "a/.htaccess", "odd{x}[y]/.htaccess");
    assertThat(found(List.of("a/**"), List.of()))
        .containsExactly("a/.htaccess", "a/b/httpd.conf", "a/b/site.cfg");
    assertThat(found(List.of("a/**/site.*"), List.of())).containsExactly("a/b/site.cfg");
  }

  @Test
  void oneAsteriskStaysInItsFolder() {
    assertThat(found(List.of("*"), List.of())).containsExactly(".htaccess");
    assertThat(found(List.of("a/*"), List.of())).containsExactly("a/.htaccess");
    assertThat(found(List.of("a/b/site.cf?"), List.of())).containsExactly("a/b/site.cfg");
  }

  @Test
  void aFolderWithASlashIsAllThatIsInIt() {
    assertThat(found(List.of("a/b/"), List.of())).containsExactly("a/b/httpd.conf", "a/b/site.cfg");
    assertThat(found(List.of("a\\b\\"), List.of())).hasSize(2);
  }

  @Test
  void whatIsExcludedIsNotFound() {
    assertThat(found(List.of(), List.of("a/**")))
        .containsExactly(".htaccess", "odd{x}[y]/.htaccess");
  }

  @Test
  void bracesAndBracketsMeanNothing() {
    assertThat(found(List.of("odd{x}[y]/*"), List.of())).containsExactly("odd{x}[y]/.htaccess");
  }

  private List<String> found(List<String> includes, List<String> excludes) {
    return new FileSelection(includes, excludes, Set.of(folder.resolve("target")))
        .find(folder).stream()
            .map(file -> folder.relativize(file).toString().replace('\\', '/'))
            .toList();
  }
}
