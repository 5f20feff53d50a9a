package org.redirlint.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redirlint.lint.settings.RuleSelection;
import org.redirlint.ruleset.yaml.InvalidSettingsException;

/** Directives that a project does not want, by its settings. */
class OwnBansTest extends ProjectFolder {

  private static final String NGINX = "nginx.conf";
  private static final String HTACCESS = "public/.htaccess";

  @BeforeEach
  void makeProject() throws IOException {
    write(".git/HEAD", "");
  }

  @Test
  void directivesAreMatchedByWhatIsWritten() throws IOException {
    ban(
        "{directive: [redirectmatch, rewrite], arguments: '^(302 )?[^ ]*\\.php'}",
        "no {directive}");
    write(HTACCESS, "RedirectMatch 302 \\.php$ /x\nRedirectMatch 302 \\.asp$ /x\n");
    nginx("rewrite /a.php /b; rewrite /a /b.php;");
    assertThat(check())
        .containsExactly(
            "nginx.conf:1 error no rewrite /a.php /b",
            "public/.htaccess:1 error no RedirectMatch 302 \\.php$ /x");
    ban("{server: nginx, arguments: php}", "no");
    assertThat(check()).containsExactly("nginx.conf:1 error no", "nginx.conf:1 error no");
  }

  @Test
  void redirectsAreMatchedByWhatTheyDo() throws IOException {
    ban("{status: [301, 302], path: /forms/**, method: POST}", "{request} to {location}");
    nginx("location /forms/ { return 301 /new; } location /a { return 301 /b; }");
    write(HTACCESS, "RewriteEngine On\nRewriteRule ^forms/(.*) /new/$1 [R=302,L]\n");
    assertThat(check())
        .containsExactly(
            "nginx.conf:1 error POST http://site.example/forms/ to http://site.example/new",
            "public/.htaccess:2 error POST http://site.example/forms/ to"
                + " http://site.example/new/");
    nginx("location /forms/ { return 308 /new; } location /a { return 301 /b; }");
    write(
        HTACCESS,
        "RewriteEngine On\nRewriteCond %{REQUEST_METHOD} =GET\nRewriteRule ^forms/ /n [R,L]\n");
    assertThat(check()).isEmpty();
  }

  /** The target is what the server makes of variables, not what is written. */
  @Test
  void targetsAreMatchedByTheirHosts() throws IOException {
    ban("{target-host: '*.example.net', directive: [return, Redirect]}", "{location}");
    nginx("set $to shop.example.net; location /a { return 302 https://$to/; }");
    write(HTACCESS, "Redirect /a https://www.example.net/\nRedirect /b https://example.org/\n");
    assertThat(check())
        .containsExactly(
            "nginx.conf:1 error https://shop.example.net/",
            "public/.htaccess:1 error https://www.example.net/");
  }

  /** Each of many hosts is asked by many methods: that makes more requests than are tried. */
  @Test
  void whatWasNotTriedIsSaid() throws IOException {
    StringBuilder servers = new StringBuilder();
    for (int i = 1; i <= 200; i++) {
      servers.append(
          "server { listen 80; server_name h%d.example; return 301 /x; }\n".formatted(i));
    }
    write(NGINX, "events {}\nhttp {\n" + servers + "}\n");
    String match =
        "method: [POST, PUT, PATCH, DELETE, OPTIONS, PROPFIND, LOCK, COPY, MOVE], status: 302";
    ban("{path: 'http://*/api/**', " + match + "}", "no");
    assertThat(check())
        .singleElement()
        .asString()
        .matches(
            "nginx\\.conf:\\d+ info 5,000 requests were tried for \\S+ http://\\*/api/\\*\\*, but not"
                + " all: \\w+ http://h\\d+\\.example/api/\\S* was not, and whatever else is like it");
    ban("{path: 'http://h1.example/api/**', " + match + "}", "no");
    assertThat(check()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{id: a, message: b} | 7: there is no \"match\"",
        "{id: a, match: {directive: c}} | 7: there is no \"message\"",
        "{id: a, message: b, match: {}} | 34: this would match all directives: say more of them",
        "{id: a, message: b, match: {server: nginx}} | 34: this would match all directives: say more of them",
        "{id: a, message: b, match: {server: caddy}} | 43: there is no server \"caddy\", only httpd, nginx",
        "{id: a, message: b, match: {direktive: c}} | 35: there is no key \"direktive\"; did you mean \"directive\"?",
        "{id: a, message: b, match: {arguments: '('}} | 46: this is no regular expression of RE2: missing closing )",
        "{id: a, message: b, match: {status: 200}} | 43: there is no status of a redirect \"200\", only 301, 302, 303, 307, 308, 3xx",
        "{id: a, message: b, match: {path: forms}} | 41: expected a path or a URL, as in /api/** or https://www.example.com/**, found \"forms\"",
        "{id: a, message: '{request}', match: {directive: c}} | 24: there is no value \"request\", only directive",
      })
  void mistakesAreShown(String entry, String message) throws IOException {
    write(".redirlint.yaml", "own: [" + entry + "]\n");
    write(HTACCESS, "");
    assertThatThrownBy(this::check)
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessage(".redirlint.yaml:1:" + message);
  }

  private void ban(String match, String message) throws IOException {
    write(
        ".redirlint.yaml",
        "own: [{id: own-ban, match: " + match + ", message: \"" + message + "\"}]\n");
  }

  private void nginx(String server) throws IOException {
    write(NGINX, "events {} http { server { listen 80; " + server + " } }\n");
  }

  private List<String> check() {
    return messages("own-ban", RuleSelection.NONE);
  }
}
