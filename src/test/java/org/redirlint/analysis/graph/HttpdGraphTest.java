package org.redirlint.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redirlint.semantics.httpd.TestConfigurations;

/** What is proved by the redirects alone. */
class HttpdGraphTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RewriteEngine On\nRewriteRule ^a$ /b [R,L]\n",
        """
        RewriteEngine On
        RewriteCond %{HTTPS} off
        RewriteRule ^ https://%{HTTP_HOST}%{REQUEST_URI} [R=301,L]
        """,
        "RewriteEngine On\nRewriteRule ^(.*)$ https://docs.example.org/$1 [R=302,L]\n",
        "Redirect 301 /old /new\nRedirect 301 /new /newer\n",
        "RedirectMatch 301 ^/blog/(.*)$ https://blog.example.org/$1\n",
        "Options -Indexes\n",
        // What is there is left alone, so that what is rewritten is not rewritten again.
        """
        RewriteEngine On
        RewriteCond %{DOCUMENT_ROOT}%{REQUEST_URI} -f [OR]
        RewriteCond %{DOCUMENT_ROOT}%{REQUEST_URI} -d
        RewriteRule ^ - [L]
        RewriteRule ^ /app.html
        """,
        """
        RewriteEngine On
        RewriteCond %{REQUEST_FILENAME} -s [OR]
        RewriteCond %{REQUEST_FILENAME} -l
        RewriteRule ^ - [L]
        RewriteRule ^ app.php [L]
        """,
        // A slash at the end is gone before the front controller is asked.
        """
        RewriteEngine On
        RewriteCond %{REQUEST_FILENAME} !-d
        RewriteCond %{REQUEST_URI} (.+)/$
        RewriteRule ^ %1 [L,R=301]
        RewriteCond %{REQUEST_FILENAME} !-d
        RewriteCond %{REQUEST_FILENAME} !-f
        RewriteRule ^ app.php [L]
        """,
        """
        RewriteEngine On
        RewriteCond %{REQUEST_FILENAME} !-d
        RewriteCond %{REQUEST_URI} (.+)/$
        RewriteRule ^ %1 [R=301,L]
        RewriteCond %{REQUEST_FILENAME} !-f
        RewriteCond %{REQUEST_FILENAME} !-d
        RewriteRule ^(.*)$ app.php/$1 [L]
        """,
        // A condition that is negated leaves what was captured before it.
        """
        RewriteEngine On
        RewriteCond %{REQUEST_URI} ^(.*)/(setup\\.php) [OR]
        RewriteCond %{REQUEST_URI} ^(.*)/(update\\.php)
        RewriteCond %{REQUEST_URI} !core
        RewriteRule ^ %1/core/%2 [R=301,L]
        """,
        """
        RewriteEngine On
        RewriteCond %{DOCUMENT_ROOT}%{REQUEST_URI} !-f
        RewriteRule ^ %{DOCUMENT_ROOT}/w/app.php [L]
        """,
        // No white space is sent in a URL, so what follows one in the request line is its target.
        """
        RewriteEngine On
        RewriteCond %{THE_REQUEST} \\s/app\\.php[\\s?]
        RewriteRule ^app\\.php$ / [R=301,L]
        RewriteRule ^$ /app.php [L]
        """,
        """
        RewriteEngine On
        RewriteCond %{THE_REQUEST} \\s/item\\.php\\?id=(\\d+)\\s
        RewriteRule ^item\\.php$ /item/%1? [R=301,L]
        RewriteRule ^item/(\\d+)$ /item.php?id=$1 [L]
        """,
        // Browsers take a backslash for a slash, but not one that httpd has escaped.
        "Redirect /d /x\\y\nRedirectMatch ^/xy$ /d\n",
        "RedirectMatch ^/d$ /x\\\\\\\\y\nRedirectMatch ^/x/y$ /d\n",
      })
  void isDecided(String text) {
    assertThat(HttpdGraph.decide(TestConfigurations.htaccess(text), Set.of(), Set.of()))
        .isInstanceOf(GraphProof.Ends.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Redirect /a/ /b/\nRedirect /b/ /a/\n",
        // The folder's path on the disk is a URL then.
        "RewriteEngine On\nRewriteRule / %1 [R]\n",
        "RewriteEngine On\nRewriteRule / index.html [R,L]\n",
        "RewriteEngine On\nRewriteRule ^(.*)$ a#b [L]\n",
        "RedirectMatch ^/a$ /\\b\nRedirect /b /a\n",
        "RedirectMatch ^/a(\\$.)$ /a\\$1\n",
        "Redirect /d \"/x\\\\y\"\nRedirectMatch ^/x/y$ /d\n",
        "Redirect /d \"/\\\\y\"\nRedirectMatch ^/y$ /d\n",
        "RewriteEngine On\nRewriteRule ^d$ /x\\\\\\\\y [R,NE,L]\nRewriteRule ^x/y$ /d [R,L]\n",
        """
        RewriteEngine On
        RewriteRule ^d$ "http://%{HTTP_HOST}\\\\x/y" [R,L]
        RewriteRule ^x/y$ /d [R,L]
        """,
        "RewriteEngine On\nRewriteRule ^a$ /b [R,L]\nRewriteRule ^b$ /a [R,L]\n",
        """
        RewriteEngine On
        RewriteRule ^a$ https://%{HTTP_HOST}/b [R,L]
        RewriteRule ^b$ https://%{SERVER_NAME}/a [R,L]
        """
      })
  void aSiteWithoutANameLeadsBackToItself(String text) {
    assertThat(HttpdGraph.decide(TestConfigurations.htaccess(text), Set.of(), Set.of()))
        .isInstanceOf(GraphProof.Open.class);
  }

  /** Whatever leads to a directory, nothing below it begins with a slash. */
  @Test
  void rulesOfDirectoriesAreNotHeldAgainstSlashes() {
    String rules =
        """
        Alias /wiki /var/lib/wiki/
        <Directory /var/lib/wiki/>
        RewriteEngine On
        RewriteRule %sindex.php/(.*)$ /$1 [R,L]
        </Directory>
        """;
    assertThat(
            HttpdGraph.decide(TestConfigurations.server(rules.formatted("^/")), Set.of(), Set.of()))
        .isInstanceOf(GraphProof.Ends.class);
    assertThat(
            HttpdGraph.decide(TestConfigurations.server(rules.formatted("^")), Set.of(), Set.of()))
        .isInstanceOf(GraphProof.Open.class);
  }

  /** What a server's rule has led elsewhere is a directory only if it has the name of one. */
  @Test
  void whatAServerLeadsElsewhereIsFollowedToItsIndex() {
    String text =
        """
        RewriteEngine On
        Redirect 302 /a/ /b/
        Redirect 302 /c/ /d/
        RewriteCond %{DOCUMENT_ROOT}%{REQUEST_URI} !-f
        RewriteCond %{DOCUMENT_ROOT}%{REQUEST_URI} !-d
        RewriteRule ^(.+) /srv/docs$1
        """;
    GraphProof proof =
        HttpdGraph.decide(TestConfigurations.server(text), Set.of("a.example"), Set.of());
    assertThat(proof).isInstanceOf(GraphProof.Ends.class);
    assertThat(((GraphProof.Ends) proof).suppositions())
        .contains("no directory's name ends with .html");
  }

  @Test
  void longListsOfPlainRedirectsAreComparedWithEachOther() {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      list.append("RedirectMatch ^/([^/]+)/old-%1$d$ /new-%1$d\n".formatted(i));
    }
    assertThat(HttpdGraph.decide(TestConfigurations.htaccess(list.toString()), Set.of(), Set.of()))
        .isInstanceOf(GraphProof.Ends.class);
    list.append("RedirectMatch ^/(new-7)$ /x/old-7\n");
    assertThat(HttpdGraph.decide(TestConfigurations.htaccess(list.toString()), Set.of(), Set.of()))
        .isInstanceOf(GraphProof.Open.class);
  }

  /** A server whose name has a port calls that its own, whatever port it listens at. */
  @Test
  void thePortOfServerNameIsTheServersOwn() {
    String rules =
        """
        ServerName a.example:8080
        RewriteEngine On
        RewriteCond %%{SERVER_PORT} %s
        RewriteRule ^ https://%%{HTTP_HOST}%%{REQUEST_URI} [R,L]
        """;
    assertThat(
            HttpdGraph.decide(
                TestConfigurations.server(rules.formatted("=8080")), Set.of("a.example"), Set.of()))
        .isInstanceOf(GraphProof.Open.class);
    assertThat(
            HttpdGraph.decide(
                TestConfigurations.server(rules.formatted("=81")), Set.of("a.example"), Set.of()))
        .isInstanceOf(GraphProof.Ends.class);
  }

  /** What a server is told to call the scheme does not change what it is asked by. */
  @Test
  void theSchemeOfServerNameIsTheServersOwn() {
    String rules =
        """
        ServerName %s
        RewriteEngine On
        RewriteCond %%{REQUEST_SCHEME} http$
        RewriteRule ^ https://%%{HTTP_HOST}%%{REQUEST_URI} [R,L]
        RewriteCond %%{HTTPS} on
        RewriteRule ^/a$ /b [R,L]
        """;
    assertThat(
            HttpdGraph.decide(
                TestConfigurations.server(rules.formatted("https://a.example")),
                Set.of("a.example"),
                Set.of()))
        .isInstanceOf(GraphProof.Ends.class);
    assertThat(
            HttpdGraph.decide(
                TestConfigurations.server(rules.formatted("http://a.example")),
                Set.of("a.example"),
                Set.of()))
        .isInstanceOf(GraphProof.Open.class);
  }

  /** A subrequest passes by all rules with {@code R} (apply_rewrite_list). */
  @Test
  void whatIsRedirectedMayBeRewrittenAsAnIndex() {
    String text =
        """
        RewriteEngine On
        RewriteRule ^(.+)\\.html$ https://b.example/a [R,L]
        RewriteRule ^(.+)\\.html$ /$1 [END]
        """;
    assertThat(
            HttpdGraph.decide(
                TestConfigurations.htaccess(text), Set.of("own.example"), Set.of("b.example")))
        .isInstanceOf(GraphProof.Open.class);
  }

  /** What is not to be escaped is so where it is sent: inside the server, a path stays as it is. */
  @ParameterizedTest
  @ValueSource(strings = {"NE", "NE,E=x:y"})
  void numberSignsInsideAreOnesWhateverIsSent(String flags) {
    String rules =
        """
        RewriteEngine On
        RewriteRule ^x$ a#b [%s]
        RewriteRule ^a#b$ /x [R,L]
        """
            .formatted(flags);
    assertThat(HttpdGraph.decide(TestConfigurations.htaccess(rules), Set.of(), Set.of()))
        .isInstanceOf(GraphProof.Open.class);
    assertThat(
            HttpdGraph.decide(
                TestConfigurations.server(rules.replace("^", "^/").replace(" a#", " /a#")),
                Set.of(),
                Set.of()))
        .isInstanceOf(GraphProof.Open.class);
  }

  @Test
  void aServerThatCallsItselfByItsOwnNameLeadsThere() {
    String text =
        """
        UseCanonicalName On
        RewriteEngine On
        RewriteCond %{HTTP_HOST} =b.example
        RewriteRule ^/begin$ /on [R,L]
        RewriteCond %{HTTP_HOST} =a.example
        RewriteRule ^/on$ http://b.example/begin [R,L]
        """;
    assertThat(HttpdGraph.decide(TestConfigurations.server(text), Set.of(), Set.of()))
        .isInstanceOf(GraphProof.Open.class);
    assertThat(
            HttpdGraph.decide(
                TestConfigurations.server(text.replace("Name On", "Name Off")), Set.of(), Set.of()))
        .isInstanceOf(GraphProof.Ends.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        RewriteCond %{HTTP_HOST} ^www\\.(.+)$ [NC]
        RewriteRule ^ http://%1%{REQUEST_URI} [R=301,L]
        """,
        """
        RewriteCond %{HTTPS} =on
        RewriteRule ^ - [E=PROTO:https]
        RewriteCond %{HTTPS} !=on
        RewriteRule ^ - [E=PROTO:http]
        RewriteCond %{HTTP_HOST} ^www\\.(.+)$ [NC]
        RewriteRule ^ %{ENV:PROTO}://%1%{REQUEST_URI} [R=301,L]
        """
      })
  void noCapitalLettersComeBackInHosts(String rules) {
    assertThat(
            HttpdGraph.decide(
                TestConfigurations.htaccess("RewriteEngine On\n" + rules), Set.of(), Set.of()))
        .isInstanceOf(GraphProof.Ends.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        RewriteCond %{HTTP_HOST} =c.example
        RewriteRule ^(.*)$ http://a.example$1 [R=301,L,NE]
        RewriteCond %{HTTP_HOST} =d.example
        RewriteRule ^(.*)$ http://b.example$1 [R=301,L,NE]
        """,
        """
        RewriteCond %{HTTP_HOST} =b.example
        RewriteRule ^/b/ http://%{SERVER_NAME}/a/ [R=301,L]
        RewriteCond %{HTTP_HOST} =a.example
        RewriteRule ^/a/ http://b.example/b/ [R=301,L]
        """
      })
  void theHostsOfTargetsAreKnown(String rules) {
    assertThat(
            HttpdGraph.decide(
                TestConfigurations.server("RewriteEngine On\n" + rules), Set.of(), Set.of()))
        .isInstanceOf(GraphProof.Ends.class);
  }

  @Test
  void whatMultiViewsMayFindIsSupposedNotToBeThere() {
    String text = "Options +MultiViews\nRedirect /a /b\n";
    GraphProof proof = HttpdGraph.decide(TestConfigurations.htaccess(text), Set.of(), Set.of());
    assertThat(((GraphProof.Ends) proof).suppositions())
        .containsExactly("MultiViews finds no file by a part of its name");
  }

  @Test
  void directoriesAreSupposedNotToBeNamedAsFilesWhereNothingFollowsOtherwise() {
    String text = "RedirectMatch 302 ^/(?!sorry\\.html$|[^/]*\\.png$) /sorry.html\n";
    GraphProof proof = HttpdGraph.decide(TestConfigurations.htaccess(text), Set.of(), Set.of());
    assertThat(((GraphProof.Ends) proof).suppositions())
        .containsExactly("no directory's name ends with .html");
  }

  @Test
  void filesAreSupposedNotToHaveAnExtensionTwice() {
    String text =
        """
        RewriteEngine On
        RewriteCond %{REQUEST_FILENAME} !-d
        RewriteCond %{DOCUMENT_ROOT}%{REQUEST_URI}.html -f
        RewriteRule ^(.*)$ $1.html [L]
        """;
    GraphProof proof = HttpdGraph.decide(TestConfigurations.htaccess(text), Set.of(), Set.of());
    assertThat(((GraphProof.Ends) proof).suppositions())
        .containsExactly("no file has the extension .html twice");
    assertThat(
            HttpdGraph.decide(
                TestConfigurations.htaccess(
                    text.replace("%{DOCUMENT_ROOT}%{REQUEST_URI}", "%{REQUEST_FILENAME}")),
                Set.of(),
                Set.of()))
        .as("the name of the file may end before the path does")
        .isInstanceOf(GraphProof.Open.class);
  }

  /** It answers 403 without TLS, as any other request may be denied. */
  @Test
  void whatOnlyDeniesRequestsLeadsNowhere() {
    String text =
        """
        %s
        <Location /in>
        SSLRequireSSL
        </Location>
        Redirect /old/ /new/
        """;
    assertThat(HttpdGraph.decide(TestConfigurations.server(text.formatted("")), Set.of(), Set.of()))
        .isInstanceOf(GraphProof.Ends.class);
    assertThat(
            HttpdGraph.decide(
                TestConfigurations.server(text.formatted("ErrorDocument 403 http://localhost/in")),
                Set.of("localhost"),
                Set.of()))
        .isInstanceOf(GraphProof.Open.class);
  }

  @Test
  void aVariableThatHoldsNoSchemeIsNamed() {
    String text =
        """
        RewriteEngine On
        RewriteRule ^(:.*|a)$ %{ENV:PROTO}://docs.example.org/c [R=301,L]
        """;
    GraphProof proof = HttpdGraph.decide(TestConfigurations.htaccess(text), Set.of(), Set.of());
    assertThat(((GraphProof.Ends) proof).suppositions()).contains("%{ENV:PROTO} is http or https");
  }
}
