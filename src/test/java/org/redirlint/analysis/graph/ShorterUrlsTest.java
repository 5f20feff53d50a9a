package org.redirlint.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redirlint.semantics.httpd.TestConfigurations;

/** Redirects that lead to each other, but make the host or the path shorter each time round. */
class ShorterUrlsTest {

  private static final Set<String> HOSTS =
      Set.of("example.org", "www.example.org", "de.example.org", "www.de.example.org");

  @ParameterizedTest
  @ValueSource(
      strings = {
        // The path may become longer as often as the host becomes shorter.
        """
        RewriteEngine On
        RewriteRule ^/$ /w/index.php
        RewriteCond %{HTTP_HOST} www.([a-z-]+).example.(com|org)
        RewriteRule ^(.*)$ http://%1.example.org$1 [R=301,L]
        """,
        """
        RewriteEngine On
        RewriteCond %{HTTP_HOST} ^www\\.(.+)$
        RewriteRule ^(.*)$ %{ENV:SCHEME}://%1$1 [R=301,L]
        RewriteRule ^/old$ http://%{SERVER_NAME}/a/new [R=301,L]
        """,
        "RedirectMatch ^/dev/documents/?(.+)?$ /dev/modules/$1\n",
        "RedirectMatch ^/documents/(.*) http://de.example.org/d/$1\n",
      })
  void chainsEnd(String text) {
    assertThat(HttpdGraph.decide(TestConfigurations.server(text), HOSTS, Set.of()))
        .isInstanceOf(GraphProof.Ends.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RewriteEngine On\nRewriteRule !^/abcdef /x [R,L]\n",
        "RedirectMatch ^/a(.*)$ /abc$1\n",
        "RedirectMatch ^/login(x+)$ /loginx?to=http://a.example/$1\n",
        """
        RewriteEngine On
        RewriteCond %{HTTP_HOST} ^(.*)$
        RewriteRule ^(.*)$ http://www.%1$1 [R,L]
        RewriteCond %{HTTP_HOST} ^www\\.(.*)$
        RewriteRule ^(.*)$ http://%1$1 [R,L]
        """,
      })
  void chainsMayHaveNoEnd(String text) {
    assertThat(HttpdGraph.decide(TestConfigurations.server(text), HOSTS, Set.of()))
        .isInstanceOf(GraphProof.Open.class);
  }
}
