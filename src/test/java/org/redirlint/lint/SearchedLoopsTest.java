package org.redirlint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.ast.Dialect;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.ruleset.RulesetLoader;
import org.redirlint.site.Knowledge;
import org.redirlint.site.PathMap;
import org.redirlint.source.SourceFile;

/**
 * Loops are found that few requests meet: for files and folders that are there, and by certain
 * methods.
 */
class SearchedLoopsTest {

  private static final String WITHOUT_EXTENSION =
      """
      RewriteEngine On
      RewriteRule ^(.+)\\.php$ /$1 [R=301,L]
      RewriteCond %{REQUEST_FILENAME}.php -f
      RewriteRule ^(.+)$ /$1.php [L]
      """;

  @TempDir private Path folder;

  /** What a server is to show must be readable for everybody. */
  @BeforeEach
  void open() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void aFolderThatIsThereLosesItsSlashAndGetsItBack() throws IOException {
    Files.createDirectories(folder.resolve("docs/old"));
    Files.writeString(
        folder.resolve(".htaccess"), "RewriteEngine On\nRewriteRule ^(.+)/$ /$1 [R=301,L]\n");
    assertThat(inFolder())
        .containsExactly("GET http://site.example/docs comes back to itself after 2 redirects");
  }

  @Test
  void aFileThatIsThereIsNamedWithoutItsExtension() throws IOException {
    Files.createDirectories(folder.resolve("shop"));
    Files.writeString(folder.resolve("shop/cart.php"), "cart");
    Files.writeString(folder.resolve(".htaccess"), WITHOUT_EXTENSION);
    assertThat(inFolder())
        .containsExactly("GET http://site.example/shop/cart comes back to itself after 1 redirect");
  }

  /** Where a folder is missing, the name of the file that is asked for ends there. */
  @Test
  void whatLiesBelowAFileWithoutItsExtensionIsRewrittenInCircles() throws IOException {
    Files.writeString(folder.resolve("about.php"), "about");
    Files.writeString(
        folder.resolve(".htaccess"),
        """
        RewriteEngine On
        RewriteCond %{REQUEST_FILENAME}.php -f
        RewriteRule ^(.*)$ $1.php [L]
        """);
    assertThat(inFolder())
        .containsExactly(
            "GET http://site.example/about/a is rewritten in circles inside the server,"
                + " which answers 500");
  }

  @Test
  void whereNoFileIsLikeThatNothingIsFound() throws IOException {
    Files.createDirectories(folder.resolve("shop"));
    Files.writeString(folder.resolve("shop/cart.html"), "cart");
    Files.writeString(folder.resolve(".htaccess"), WITHOUT_EXTENSION);
    assertThat(inFolder()).isEmpty();
  }

  @Test
  void methodsThatALocationForbidsAreTried() {
    assertThat(
            inText(
                """
                server {
                  listen 80;
                  server_name a.example;
                  location = /order { limit_except GET { deny all; } error_page 403 = @again; }
                  location @again { return 307 $request_uri; }
                }
                """))
        .containsExactly("POST http://a.example/order comes back to itself after 1 redirect");
  }

  private List<String> inFolder() {
    return loops(List.of(folder), Optional.empty(), Optional.empty(), Optional.of(folder));
  }

  private List<String> inText(String text) {
    return loops(
        List.of(),
        Optional.of(SourceFile.of("nginx.conf", text)),
        Optional.of(Dialect.NGINX),
        Optional.empty());
  }

  private List<String> loops(
      List<Path> paths,
      Optional<SourceFile> text,
      Optional<Dialect> dialect,
      Optional<Path> documentRoot) {
    Knowledge knowledge =
        new Knowledge(
            documentRoot,
            PathMap.NONE,
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            false,
            Knowledge.Httpd.USUAL);
    return new Linter(RulesetLoader.load("recommended"), false)
            .check(
                new LintRequest(
                    folder, paths, text, dialect, knowledge, List.of(), LocalDate.EPOCH),
                Progress.NONE)
            .diagnostics()
            .stream()
            .filter(found -> found.rule().id().matches("redirect-loop|internal-rewrite-loop"))
            .map(Diagnostic::message)
            .toList();
  }
}
