package org.redirlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What settings know of a site holds as well where a command asks it for its answers. */
class SettingsOfOneSiteTest {

  private static final String TO_WWW =
      """
      server {
          listen 80;
          server_name shop.example;
          root /srv/shop;
          location = /logo.png { }
          location / { return 301 http://www.shop.example$request_uri; }
      }
      """;

  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void findTheFolder() throws IOException {
    folder = temporary.toRealPath();
    Files.createDirectory(folder.resolve(".git"));
    write("site/shop.conf", TO_WWW);
  }

  @Test
  void traceFollowsRedirectsToTheirHosts() throws IOException {
    write(".redirlint.yaml", "sites:\n  - hosts: [www.shop.example]\n");
    Prompt.Answer answer = Prompt.run("trace", "http://shop.example/a", path("site"));
    assertThat(answer.out()).contains("Loop after 2 requests");
    assertThat(answer.status()).isEqualTo(1);
  }

  @Test
  void traceFindsFilesBelowTheirDocumentRoot() throws IOException {
    write("public/logo.png", "");
    write(".redirlint.yaml", "sites:\n  - path-map: {/srv/shop: public}\n");
    assertThat(Prompt.run("trace", "http://shop.example/logo.png", path("site")).out())
        .contains("→ 200");
  }

  @Test
  void testFollowsRedirectsToTheirHosts() throws IOException {
    write(".redirlint.yaml", "sites:\n  - hosts: [www.shop.example]\n");
    write("old.csv", "http://shop.example/a,301,http://www.shop.example/a\n");
    Prompt.Answer answer = Prompt.run("test", path("old.csv"), path("site"));
    assertThat(answer.out()).contains("a loop");
    assertThat(answer.status()).isEqualTo(1);
  }

  @Test
  void otherSettingsCanBeNamed() throws IOException {
    write("site/other.yaml", "sites:\n  - hosts: [www.shop.example]\n");
    Prompt.Answer answer =
        Prompt.run(
            "trace", "--config", path("site/other.yaml"), "http://shop.example/a", path("site"));
    assertThat(answer.out()).contains("Loop after 2 requests");
  }

  @Test
  void anOptionSaysMoreThanTheSettings() throws IOException {
    write("public/.htaccess", "Redirect 301 /a /one\n");
    write("other/.htaccess", "Redirect 301 /a /two\n");
    write(".redirlint.yaml", "sites:\n  - docroot: other\n");
    write(
        "vhost.conf",
        "DocumentRoot /srv/www\n<Directory /srv/www>\nAllowOverride All\n</Directory>\n");
    assertThat(Prompt.run("trace", "http://shop.example/a", path("vhost.conf")).out())
        .contains("http://shop.example/two");
    assertThat(
            Prompt.run(
                    "trace",
                    "--docroot",
                    path("public"),
                    "http://shop.example/a",
                    path("vhost.conf"))
                .out())
        .contains("http://shop.example/one");
  }

  @Test
  void filesOfTheProjectThatItsSiteDoesNotNameAreNoneOfIt() throws IOException {
    write("drafts/shop.conf", TO_WWW.replace("301", "302"));
    write(".redirlint.yaml", "sites:\n  - files: ['site/**']\n");
    assertThat(Prompt.run("trace", "http://shop.example/a", folder.toString()).out())
        .contains("→ 301")
        .doesNotContain("→ 302", "drafts");
  }

  @Test
  void ignoredFilesAreNotAsked() throws IOException {
    write("drafts/shop.conf", TO_WWW.replace("301", "302"));
    write(".redirlint.yaml", "ignore: ['drafts/**']\n");
    assertThat(Prompt.run("trace", "http://shop.example/a", folder.toString()).out())
        .contains("→ 301")
        .doesNotContain("→ 302", "drafts");
  }

  @Test
  void aServerBehindIsAskedByTheOneInFront() throws IOException {
    write(
        "site/shop.conf",
        """
        server {
            listen 80;
            server_name shop.example;
            location / { proxy_pass http://app:8080; }
        }
        """);
    write("app/.htaccess", "Redirect 301 /a http://other.example/b\n");
    write(
        ".redirlint.yaml",
        "sites:\n  - files: ['site/**']\n    backends: {'app:8080': ['app/**']}\n");
    assertThat(Prompt.run("trace", "http://shop.example/a", folder.toString()).out())
        .contains("http://other.example/b");
  }

  @Test
  void oneSiteIsToBeNamed() throws IOException {
    write("other/shop.conf", TO_WWW.replace("shop.example", "other.example"));
    write(".redirlint.yaml", "sites:\n  - files: ['site/**']\n  - files: ['other/**']\n");
    Prompt.Answer answer = Prompt.run("trace", "http://shop.example/a", folder.toString());
    assertThat(answer.err())
        .contains("the files are those of 2 sites: name the files of one of them");
    assertThat(answer.status()).isEqualTo(2);
    assertThat(Prompt.run("trace", "http://other.example/a", path("other")).out())
        .contains("http://www.other.example/a");
  }

  @Test
  void mistakesInSettingsAreTold() throws IOException {
    write(".redirlint.yaml", "sites:\n  - hosts: 3\n    nosuchkey: 1\n");
    Prompt.Answer answer = Prompt.run("trace", "http://shop.example/a", path("site"));
    assertThat(answer.err()).contains(".redirlint.yaml:");
    assertThat(answer.status()).isEqualTo(2);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
