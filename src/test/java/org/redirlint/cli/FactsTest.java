package org.redirlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told at the prompt makes facts of assumptions: findings become errors, or none. */
class FactsTest {

  private static final String FRONT_CONTROLLER =
      """
      RewriteEngine On
      RewriteCond %{REQUEST_FILENAME} !-f
      RewriteRule ^ /app.php?route=%{REQUEST_URI} [L]
      """;

  private static final String TWO_HOSTS =
      """
      <VirtualHost *:80>
        ServerName old.example
        ServerAlias *.old.example
        RewriteEngine On
        RewriteCond %{HTTP_HOST} ^de\\.(old|new)\\.example$
        RewriteRule ^(.*)$ http://de.new.example$1 [R=301,L]
      </VirtualHost>
      """;

  private static final String TO_HTTPS =
      """
      RewriteEngine On
      RewriteCond %{HTTPS} off
      RewriteRule ^ https://example.com%{REQUEST_URI} [R=301,L]
      """;

  @TempDir private Path folder;

  @Test
  void aFrontControllerThatIsNotKnownIsSupposedToBeThere() throws IOException {
    assertThat(check(".htaccess", FRONT_CONTROLLER, "internal-rewrite-loop"))
        .containsExactly("info");
  }

  @Test
  void aFrontControllerThatIsMissingGoesInCircles() throws IOException {
    Files.createDirectory(folder.resolve("public"));
    Files.writeString(folder.resolve("public/.htaccess"), FRONT_CONTROLLER);
    assertThat(check("public/.htaccess", FRONT_CONTROLLER, "internal-rewrite-loop", "--docroot"))
        .containsExactly("error");
  }

  @Test
  void aFrontControllerThatIsThereGoesInNoCircles() throws IOException {
    Files.createDirectory(folder.resolve("public"));
    Files.writeString(folder.resolve("public/app.php"), "");
    assertThat(check("public/.htaccess", FRONT_CONTROLLER, "internal-rewrite-loop", "--docroot"))
        .isEmpty();
  }

  @Test
  void aHostThatIsToldLeadsBack() throws IOException {
    assertThat(check("httpd.conf", TWO_HOSTS, "redirect-loop")).containsExactly("info");
    assertThat(check("httpd.conf", TWO_HOSTS, "redirect-loop", "--host", "de.new.example"))
        .containsExactly("error");
  }

  @Test
  void tlsThatIsToldToEndBeforeTheServerMakesAnErrorOfAWarning() throws IOException {
    assertThat(check(".htaccess", TO_HTTPS, "tls-upstream-loop", "--host", "example.com"))
        .containsExactly("warning");
    assertThat(
            check(
                ".htaccess",
                TO_HTTPS,
                "tls-upstream-loop",
                "--host",
                "example.com",
                "--tls-upstream"))
        .containsExactly("error");
  }

  /** Returns the severities of a rule's findings; a document root is the folder of the file. */
  private List<String> check(String name, String text, String rule, String... options)
      throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    List<String> arguments =
        new ArrayList<>(List.of("check", file.toString(), "--rule", rule, "--format", "json"));
    arguments.addAll(List.of(options));
    if (arguments.contains("--docroot")) {
      arguments.add(file.resolveSibling("").toString());
    }
    String out = Prompt.run(arguments.toArray(String[]::new)).out();
    List<String> severities = new ArrayList<>();
    for (String severity : List.of("error", "warning", "info")) {
      String entry = "\"rule\":\"" + rule + "\",\"severity\":\"" + severity + "\"";
      for (int at = out.indexOf(entry); at >= 0; at = out.indexOf(entry, at + 1)) {
        severities.add(severity);
      }
    }
    return severities;
  }
}
