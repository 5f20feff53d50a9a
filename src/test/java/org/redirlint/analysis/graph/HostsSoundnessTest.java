package org.redirlint.analysis.graph;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redirlint.semantics.httpd.TestConfigurations;

/** What is proved of random sites of many hosts, whose rules make hosts of hosts. */
class HostsSoundnessTest {

  private static final List<String> HOSTS =
      List.of(
          "example",
          "a.example",
          "www.a.example",
          "www.www.a.example",
          "b.a.example",
          "b.b.a.example",
          "b.example",
          "www.b.example");

  private static final List<String> CONDITIONS =
      List.of(
          "%{HTTP_HOST} ^www\\.(.*)$",
          "%{HTTP_HOST} ^(.*)\\.example$",
          "%{HTTP_HOST} ^([^.]+)\\.(.*)$",
          "%{HTTP_HOST} (.)\\.(a.example)",
          "%{HTTP_HOST} !^www",
          "%{HTTP_HOST} =example",
          "%{HTTP_HOST} ^b\\.\nRewriteCond %{HTTP_HOST} ^[^.]*\\.(.*)");

  private static final List<String> PATTERNS =
      List.of(
          "^(.*)$", "^/b/(.*)$", "^/c", "!^/abc", "^/(.)(.*)$", "^/?(.*)/(.*)$", "^/$", "^/a(.*)");

  private static final List<String> TARGETS =
      List.of(
          "http://%1$1",
          "http://%1/$1",
          "http://%2/$1",
          "http://%2.example$1",
          "http://www.%1/$1",
          "http://%1.example%{REQUEST_URI}",
          "http://b.%2%{REQUEST_URI}",
          "http://%{HTTP_HOST}/$2",
          "http://%{SERVER_NAME}/c",
          "http://$1.example/$2",
          "http://a.example/$1",
          "/c/$1",
          "/$1",
          "/b",
          "/w/index.php");

  private static final List<String> FLAGS = List.of("[R,L]", "[R]", "[R,NE,L]", "", "[R,L,B]");

  private static final List<String> MORE =
      List.of(
          "UseCanonicalName On",
          "Redirect /a/ /b/",
          "Redirect /c http://a.example/b",
          "RedirectMatch ^/b/?(.*)$ /c/$1",
          "RedirectMatch ^/c/(.)(.*)$ /$2",
          "RedirectMatch /(b+)/(.*)$ http://www.a.example/b/$2",
          "RedirectMatch /w/(.*)$ /b/b/$1",
          "DirectorySlash Off");

  private static final List<String> NAMES =
      List.of("", "ServerName a.example", "ServerName www.a.example:8080", "ServerName example");

  private static final List<String> PATHS =
      List.of(
          "/",
          "/a",
          "/b/b/b/",
          "/b/c",
          "/c",
          "/c/c",
          "/w/index.php",
          "/b",
          "/abc",
          "/b//b",
          "/www",
          "/b/c/a/b",
          "/a/b/c/",
          "/c/x/b/y",
          "/b/%5cb",
          "/w/b/");

  private final Random random = ProvedSites.seeded();

  @Test
  void whatIsProvedEndsAndTakesNoMoreRedirects() {
    new ProvedSites(random, Set.copyOf(HOSTS), HOSTS, PATHS)
        .check(ProvedSites.CONFIGURATIONS / 4, this::text, TestConfigurations::server);
  }

  private String text() {
    StringBuilder text = new StringBuilder(one(NAMES) + "\nRewriteEngine On\n");
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(random.nextInt(4) > 0 ? "RewriteCond " + one(CONDITIONS) + "\n" : "");
      text.append("RewriteRule " + one(PATTERNS) + " " + one(TARGETS) + " " + one(FLAGS) + "\n");
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      text.append(one(MORE)).append('\n');
    }
    return text.toString();
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
