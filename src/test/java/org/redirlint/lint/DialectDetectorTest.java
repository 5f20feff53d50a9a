package org.redirlint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redirlint.Corpus;
import org.redirlint.ast.Dialect;
import org.redirlint.source.SourceFile;

class DialectDetectorTest {

  @ParameterizedTest
  @CsvSource({
    ".htaccess, HTACCESS",
    "public.htaccess, HTACCESS",
    "htaccess.txt, HTACCESS",
    "nginx.conf, NGINX",
    "blog.nginx, NGINX",
    "httpd.conf, HTTPD",
    "apache2.conf, HTTPD",
    "example.vhost, HTTPD"
  })
  void namesTell(String name, Dialect dialect) {
    assertThat(DialectDetector.byName(name)).contains(dialect);
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "redirects.conf", "ssl.conf"})
  void otherNamesDoNot(String name) {
    assertThat(DialectDetector.byName(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "location /a { return 301 /b; }",
        "server {\n  listen 80;\n}",
        "map $a $b {\n  default 0;\n}",
        "if ($host = a) {\n  return 301 /;\n}",
        "rewrite ^/a$ /b permanent;"
      })
  void fragmentsOfNginxAreKnown(String text) {
    assertThat(byContent(text)).contains(Dialect.NGINX);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RewriteRule ^a$ /b [R=301]",
        "Redirect 301 /a /b",
        "<VirtualHost *:80>\n</VirtualHost>",
        "redirectmatch 301 ^/a /b"
      })
  void fragmentsOfHttpdAreKnown(String text) {
    assertThat(byContent(text)).contains(Dialect.HTTPD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Unit]\nDescription=a\n",
        "/var/log/x {\n  daily\n  missingok\n}\n",
        "*.* @@loghost\n",
        "key = value\n"
      })
  void otherLanguagesAreNot(String text) {
    assertThat(byContent(text)).isEmpty();
  }

  @Test
  void otherPeoplesFilesAreKnownByTheirContent() throws IOException {
    List<String> mistaken = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    int files = 0;
    for (Corpus.Entry file : Corpus.read()) {
      if (file.template() || DialectDetector.isEmpty(file.source()) || !file.accepted()) {
        continue;
      }
      files++;
      Optional<Dialect> told = DialectDetector.byContent(file.source());
      if (told.isEmpty()) {
        unknown.add(file.source().path());
      } else if (!told.get().server().equals(file.dialect().server())) {
        mistaken.add(file.source().path());
      }
    }
    System.out.printf("language of %d files: %d unknown %s%n", files, unknown.size(), unknown);
    assertThat(mistaken).isEmpty();
    assertThat(unknown.size()).isLessThan(files / 100);
  }

  private static Optional<Dialect> byContent(String text) {
    return DialectDetector.byContent(SourceFile.of("test", text));
  }
}
