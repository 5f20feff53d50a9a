package org.redirlint.analysis.graph;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.redirlint.semantics.httpd.TestConfigurations;

/** What is proved of random configurations by the redirects alone, held against the simulator. */
class HttpdGraphSoundnessTest {

  private static final List<String> CONDITIONS =
      List.of(
          "%{HTTPS} off",
          "%{HTTPS} !=on",
          "%{HTTPS} ^on$",
          "%{HTTP_HOST} ^a\\.",
          "%{HTTP_HOST} !^b\\.",
          "%{HTTP_HOST} =a.example",
          "%{REQUEST_FILENAME} !-f",
          "%{REQUEST_FILENAME} -d",
          "%{QUERY_STRING} q",
          "%{REQUEST_SCHEME} http$",
          "%{REQUEST_SCHEME} =https",
          "%{SERVER_PORT} ^80",
          "%{SERVER_PORT} !=443",
          "%{THE_REQUEST} \\s/index\\.html",
          "%{THE_REQUEST} ^GET\\ /([^?\\ ]*)\\.html",
          "%{REQUEST_URI} ^(.*)/$",
          "%{REQUEST_URI} !^/b/",
          "%{QUERY_STRING} ^(q)=",
          "%{ENV:REDIRECT_STATUS} ^$",
          "%{ENV:REDIRECT_STATUS} 200",
          "%{REQUEST_FILENAME} !-d\nRewriteCond %{REQUEST_URI} (.+)/$",
          "%{REQUEST_URI} (.+)/$",
          "%{QUERY_STRING} ^q$",
          "%{HTTP_HOST} ^(a)\\.(.*)$",
          "$1 !^b",
          "%{REQUEST_URI} ^(.*)/(b) [OR]\nRewriteCond %{QUERY_STRING} ^(q)",
          "%{REQUEST_URI} ^/(.)\nRewriteCond %{REQUEST_URI} !c",
          "%{REQUEST_FILENAME} -f [OR]\nRewriteCond %{REQUEST_FILENAME} -d",
          "%{REQUEST_FILENAME} -s",
          "%{REQUEST_FILENAME}.html -f",
          "%{DOCUMENT_ROOT}%{REQUEST_URI}.html -f",
          "%{REQUEST_URI} ^/a\nRewriteCond %{REQUEST_FILENAME} !-f",
          "%{HTTPS}::%{HTTP_HOST} ^off::a",
          "%{HTTPS} off [OR]\nRewriteCond %{HTTP_HOST} ^a\\.");

  private static final List<String> PATTERNS =
      List.of(
          "^",
          "^a$",
          "^(.*)$",
          "^b/(.*)$",
          "^(.*)/$",
          "^c",
          "!^a",
          "^(.+)\\.html$",
          "^index\\.html$",
          "^([^/]+)/(.*)$",
          "/",
          "^d/?$",
          "^(?:x/)?y",
          "^b(.*)",
          "^(?:b|https?:)/(.+)",
          "(.*)b",
          "^/?a#b$");

  private static final List<String> TARGETS =
      List.of(
          "/b",
          "/a",
          "/c/$1",
          "/$1",
          "/$1.html",
          "/d/",
          "index.html",
          "x/$1",
          "https://%{HTTP_HOST}/$1",
          "%{REQUEST_SCHEME}://%{HTTP_HOST}/$1",
          "https://%{HTTP_HOST}%{REQUEST_URI}",
          "http://a.example/$1",
          "https://b.example/a",
          "https://b.example%{REQUEST_URI}",
          "http://other.example/$1",
          "-",
          "$1.html",
          "/c?x=$1",
          "/index.html",
          "//$1",
          "/b/../$1",
          "/%{QUERY_STRING}",
          "%1",
          "/%1/$1",
          "/b?",
          "/$1?x",
          "https://%1.example/$1",
          "https://b.%2%{REQUEST_URI}",
          "/index.html/$1",
          "b/$1",
          "%{REQUEST_URI}/",
          "%{ENV:E}/a",
          "%{ENV:E}/$1",
          "/b?q",
          "/$1#b",
          "%{REQUEST_URI}x#$1",
          "/a#b?q",
          "/a#b",
          "a#b",
          "%{DOCUMENT_ROOT}/b",
          "%{DOCUMENT_ROOT}/$1.html");

  private static final List<String> FLAGS =
      List.of(
          "[R,L]",
          "[R=301,L]",
          "[L]",
          "[END]",
          "[R]",
          "[R=302,END]",
          "",
          "[R,NE,L]",
          "[F]",
          "[B,R,L]",
          "[C]",
          "[QSD,R,L]",
          "[L,E=E:%1]",
          "[L,E=E:/x]",
          "[E=e:http://a.example/b]",
          "[NE,R,L]",
          "[NE,R]",
          "[QSA,R,L]",
          "[PT]",
          "[R=404]",
          "[NE]",
          "[NE,L]");

  private static final List<String> REDIRECTS =
      List.of(
          "Redirect /e /a",
          "Redirect /c /b?q",
          "Redirect /y https://a.example/x#y",
          "RedirectMatch ^/c(.*) /b#$1",
          "RedirectMatch ^/x(.*) /b$1?$1",
          "SetEnvIf Request_URI b E=https://b.example",
          "SetEnvIf Request_URI ^(/x) E=$1",
          "SetEnvIf Request_URI ^/x E=/\\b&",
          "SetEnvIf Request_URI x E=/\\b$1",
          "RedirectMatch ^/x(.*) /\\b\\$1",
          "RewriteOptions AllowNoSlash",
          "Redirect 301 /b https://a.example/b",
          "Redirect / http://other.example/",
          "RedirectMatch ^/c/(.*)$ /$1",
          "RedirectMatch ^/(.*)\\.html$ /$1",
          "Redirect /d https://b.example",
          "Redirect /x/ https://a.example",
          "RedirectMatch /y$ /y/",
          "ErrorDocument 404 /index.html",
          "ErrorDocument 404 https://a.example/a",
          "FallbackResource /index.html",
          "DirectoryIndex a.html b.html",
          "DirectoryIndex x /a",
          "RedirectMatch ^/b/(.*)/$ /c/$1",
          "RedirectMatch ^/([^/]*)/a$ https://b.example/$1",
          "DirectorySlash Off",
          "DirectoryIndexRedirect On");

  private static final List<String> NAMES =
      List.of(
          "",
          "",
          "ServerName https://a.example",
          "ServerName http://b.example",
          "ServerName a.example:8080",
          "ServerName https://a.example:80",
          "ServerName b.example\nUseCanonicalName On");

  private static final List<String> PATHS =
      List.of(
          "/",
          "/a",
          "/b",
          "/b/a",
          "/a/",
          "/c/a",
          "/c",
          "/d",
          "/d/",
          "/e/a",
          "/x/y",
          "/a.html",
          "/index.html",
          "/b/b/",
          "/x/",
          "/y",
          "/other/y",
          "/c/c/c",
          "/a.html/",
          "/b/a.html",
          "/a%3Fb",
          "/c/%2e/a",
          "/x//y/",
          "/b/%20a",
          "/index.html/b/",
          "/x/a.html/",
          "/b/a%0A/b",
          "/x%0Ab/",
          "/x%23/",
          "/a/b%23a",
          "/q/b/q");

  private static final Set<String> HOSTS = Set.of("a.example", "b.example");

  private final Random random = ProvedSites.seeded();

  @Test
  void whatIsProvedOfAFolderEndsAndTakesNoMoreRedirects() {
    new ProvedSites(random, HOSTS, List.of("a.example", "b.example"), PATHS)
        .check(
            ProvedSites.CONFIGURATIONS,
            () -> text(pattern -> pattern),
            TestConfigurations::htaccess);
  }

  @Test
  void whatIsProvedOfAServerEndsAndTakesNoMoreRedirects() {
    new ProvedSites(random, HOSTS, List.of("a.example", "b.example"), PATHS)
        .check(
            ProvedSites.CONFIGURATIONS,
            () -> one(NAMES) + "\n" + text(pattern -> pattern.replaceFirst("\\^(?=.)", "^/")),
            TestConfigurations::server);
  }

  @Test
  void whatIsProvedOfASiteWithoutANameEndsAtItsOwnHost() {
    new ProvedSites(random, Set.of(), List.of("own.example"), PATHS)
        .check(
            ProvedSites.CONFIGURATIONS,
            () -> text(pattern -> pattern),
            TestConfigurations::htaccess);
  }

  private String text(UnaryOperator<String> placed) {
    StringBuilder text = new StringBuilder("RewriteEngine On\n");
    int rules = random.nextInt(4);
    for (int i = 0; i < rules; i++) {
      text.append(random.nextInt(3) > 0 ? "RewriteCond " + one(CONDITIONS) + "\n" : "");
      text.append(
          "RewriteRule "
              + placed.apply(one(PATTERNS))
              + " "
              + one(TARGETS)
              + " "
              + one(FLAGS)
              + "\n");
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      text.append(one(REDIRECTS)).append('\n');
    }
    return text.toString();
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
