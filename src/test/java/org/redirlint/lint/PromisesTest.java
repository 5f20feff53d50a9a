package org.redirlint.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redirlint.lint.settings.RuleSelection;
import org.redirlint.ruleset.yaml.InvalidSettingsException;

/** What a project promises in its settings, and what is said where it is broken. */
class PromisesTest extends ProjectFolder {

  private static final String NGINX = "nginx.conf";
  private static final String HTACCESS = "public/.htaccess";

  @BeforeEach
  void makeProject() throws IOException {
    write(".git/HEAD", "");
  }

  @Test
  void aMethodKeepsItsBody() throws IOException {
    promise("for: POST /api/**\n    never: [301, 302]");
    nginx("location /api/ { return 301 /v2$request_uri; }");
    assertThat(check())
        .containsExactly(
            "nginx.conf:1 error POST http://site.example/api/ is answered 301, against the promise"
                + " to never be answered 301 or 302");
    nginx("location /api/ { return 308 /v2$request_uri; }");
    assertThat(check()).isEmpty();
    nginx("if ($request_method = POST) { return 307 /v2; } return 301 /v2;");
    assertThat(check()).isEmpty();
  }

  @Test
  void aFormOfHttpdKeepsItsBody() throws IOException {
    promise("for: POST /form/**\n    never: 3xx");
    write(HTACCESS, "RedirectMatch 302 ^/form/([a-z]+)$ /new/$1\n");
    assertThat(check())
        .containsExactly(
            "public/.htaccess:1 error POST http://site.example/form/a is answered 302, against the"
                + " promise to never be answered 301 or 302 or 303 or 307 or 308");
    write(
        HTACCESS,
        "RewriteEngine On\nRewriteCond %{REQUEST_METHOD} !POST\nRewriteRule ^form/ /new [R,L]\n");
    assertThat(check()).isEmpty();
  }

  @Test
  void anErrorInsteadOfARedirectBreaksNoPromise() throws IOException {
    promise("for: http://**\n    reaches: https://**\n    within: 1");
    nginx("location / { rewrite ^ /again last; } location /again { rewrite ^ / last; }");
    assertThat(check()).isEmpty();
  }

  @Test
  void httpsIsReachedAtOnce() throws IOException {
    promise("for: http://**\n    reaches: https://**\n    within: 1");
    write(
        NGINX,
        """
        events {}
        http {
            server {
                listen 80;
                server_name example.com;
                return 301 http://www.example.com$request_uri;
            }
            server {
                listen 80;
                server_name www.example.com;
                return 301 https://www.example.com$request_uri;
            }
        }
        """);
    assertThat(check())
        .containsExactly(
            "nginx.conf:6 error GET http://example.com/ takes 2 redirects, against the promise to"
                + " reach https://** within 1 redirect");
    promise("for: http://**\n    reaches: https://**");
    assertThat(check()).isEmpty();
    promise("for: http://**\n    within: 1");
    assertThat(check())
        .containsExactly(
            "nginx.conf:11 error GET http://example.com/ takes 2 redirects, against the promise to"
                + " take at most 1 redirect");
  }

  @Test
  void aFileThatIsSentByHttpBreaksIt() throws IOException {
    promise("for: http://**\n    reaches: https://**\n    except: /robots.txt");
    nginx(
        "location = /robots.txt { return 200; } location /a/ { root /srv; }"
            + " location / { return 301 https://$host$request_uri; }");
    assertThat(check())
        .singleElement()
        .asString()
        .startsWith("nginx.conf:1 error GET http://site.example/a/")
        .contains("against the promise to reach https://**");
    nginx("location = /robots.txt { return 200; } return 301 https://$host$request_uri;");
    assertThat(check()).isEmpty();
  }

  /** Who knows what the application answers? */
  @Test
  void whatAnotherServerAnswersTellsNothing() throws IOException {
    promise("for: http://**\n    reaches: https://**");
    nginx("location / { proxy_pass http://127.0.0.1:8080; } location /no { return 403; }");
    assertThat(check()).isEmpty();
  }

  @Test
  void aHostIsNotLeft() throws IOException {
    promise("for: [/admin, /admin/**]\n    stays: true\n    severity: info");
    write(HTACCESS, "Redirect 302 /admin/login https://login.example.net/\n");
    assertThat(check())
        .containsExactly(
            "public/.htaccess:1 info GET http://site.example/admin/login/a leaves for"
                + " https://login.example.net//a, against the promise to stay at its host");
    write(HTACCESS, "Redirect 302 /admin/login /login\nRedirect 302 /a https://a.example/\n");
    assertThat(check()).isEmpty();
  }

  @Test
  void eachOfManyHostsIsAsked() throws IOException {
    promise("for: http://**\n    never: 302");
    StringBuilder servers = new StringBuilder();
    for (int i = 1; i <= 20; i++) {
      servers.append(
          "server { listen 80; server_name h%d.example; return %d /x; }\n"
              .formatted(i, i == 20 ? 302 : 301));
    }
    write(NGINX, "events {}\nhttp {\n" + servers + "}\n");
    assertThat(check())
        .containsExactly(
            "nginx.conf:22 error GET http://h20.example/x is answered 302, against the promise to"
                + " never be answered 302");
  }

  @Test
  void aPromiseThatNoRequestConcernsIsKept() throws IOException {
    promise("for: http://other.example.org/**\n    never: 3xx");
    write(
        NGINX,
        """
        events {}
        http { server { listen 443 ssl; server_name example.com; return 301 http://a.example/; } }
        """);
    assertThat(check()).isEmpty();
    promise("for: http://example.com/**\n    never: 3xx");
    assertThat(check()).isEmpty();
    promise("for: https://example.com/**\n    never: 3xx");
    assertThat(check()).hasSize(1);
  }

  @Test
  void behindAProxyThatEndsTlsTheRequestIsThatOfTheBrowser() throws IOException {
    promise("for: http://**\n    reaches: https://**");
    nginx(
        "if ($http_x_forwarded_proto = http) { return 301 https://$host$request_uri; }"
            + " return 200;");
    assertThat(check()).hasSize(1);
    append(".redirlint.yaml", "sites: [{files: nginx.conf, tls: upstream}]\n");
    assertThat(check()).isEmpty();
  }

  @Test
  void aPromiseIsARuleLikeAnyOther() throws IOException {
    String comment = "# redirlint: ignore own-promise a program of ours follows it\n";
    promise("for: POST /api/**\n    never: 301\n    message: \"{request} {answer}!\"");
    write(HTACCESS, "Redirect 301 /api /v2\n");
    assertThat(check())
        .containsExactly("public/.htaccess:1 error POST http://site.example/api/ is answered 301!");
    append(".redirlint.yaml", "overrides: [{files: public/, rules: {own-promise: info}}]\n");
    assertThat(check()).singleElement().asString().contains(" info ");
    append(".redirlint.yaml", "rules: {own-promise: warning}\n");
    assertThat(check(new RuleSelection(Optional.empty(), Set.of("own-promise"), Set.of())))
        .hasSize(1);
    assertThat(check(new RuleSelection(Optional.empty(), Set.of(), Set.of("own-promise"))))
        .isEmpty();
    write(HTACCESS, comment + "Redirect 301 /api /v2\n");
    assertThat(check()).isEmpty();
    write(HTACCESS, comment + "Redirect 301 /apis /v2\n");
    assertThat(all(RuleSelection.NONE))
        .contains(
            "public/.htaccess:1 warning this comment ignores nothing: own-promise finds nothing here");
  }

  @Test
  void rulesetsHoldPromises() throws IOException {
    write(
        "lint/house.yaml",
        "promises: [{id: own-promise, for: POST /**, never: 301}]\nstray-307: off\n");
    write(".redirlint.yaml", "extends: [lint/house.yaml]\n");
    write(HTACCESS, "Redirect 301 /api /v2\n");
    assertThat(check()).hasSize(1);
    append(".redirlint.yaml", "rules: {own-promise: off}\n");
    assertThat(check()).isEmpty();
    write(
        ".redirlint.yaml",
        "extends: [lint/house.yaml]\npromises: [{id: own-promise, for: /a, stays: true}]\n");
    assertThatThrownBy(this::check)
        .hasMessage(
            ".redirlint.yaml:2:17: there is a rule \"own-promise\" already, at"
                + " lint/house.yaml:1:17");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{for: /a, stays: true} | 12: there is no \"id\"",
        "{id: a, stays: true} | 12: there is no \"for\"",
        "{id: a, for: /a} | 12: nothing is promised: there is none of never, reaches, stays, within",
        "{id: a, for: /a, nevr: 301} | 29: there is no key \"nevr\"; did you mean \"never\"?",
        "{id: A b, for: /a, stays: true} | 17: expected a name as shop-keeps-posts, found \"A b\"",
        "{id: stray-307, for: /a, stays: true} | 17: there is a rule \"stray-307\" in redirlint already",
        "{id: a, for: api/**, stays: true} | 25: expected a path or a URL, as in /api/** or https://www.example.com/**, found \"api/**\"",
        "{id: a, for: post /a, stays: true} | 25: expected a method in capital letters, as POST, found \"post\"",
        "{id: a, for: POST PUT /a, stays: true} | 25: expected methods and one path or URL, as in POST,PUT /api/**, found \"POST PUT /a\"",
        "{id: a, for: [/a, 'ftp://x/'], stays: true} | 30: expected a path or a URL, as in /api/** or https://www.example.com/**, found \"ftp://x/\"",
        "{id: a, for: /a, reaches: 'https://x'} | 38: this names no path: write https://x/ for its front page or https://x/** for all",
        "{id: a, for: /a?b, stays: true} | 25: queries and fragments are not looked at: leave out what begins with ? or #",
        "{id: a, for: /a, never: 310} | 36: there is no status of a redirect \"310\", only 301, 302, 303, 307, 308, 3xx",
        "{id: a, for: /a, within: many} | 37: expected a number of redirects from 0 to 20, found \"many\"",
        "{id: a, for: /a, stays: false} | 36: there is no way to stay \"false\", only true",
        "{id: a, for: /a, stays: true, severity: bad} | 52: there is no severity \"bad\", only error, info, warning",
        "{id: a, for: /a, stays: true, message: '{reqest}'} | 51: there is no value \"reqest\"; did you mean \"request\"?",
      })
  void mistakesAreShown(String entry, String message) throws IOException {
    write(".redirlint.yaml", "promises: [" + entry + "]\n");
    write(HTACCESS, "");
    assertThatThrownBy(this::check)
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessage(".redirlint.yaml:1:" + message);
  }

  /** Each of many hosts is asked by many methods: that makes more requests than are tried. */
  @Test
  void whatWasNotTriedIsSaid() throws IOException {
    promise(
        "for: POST,PUT,PATCH,DELETE,OPTIONS,PROPFIND,LOCK,COPY,MOVE http://*/api/**\n"
            + "    never: 302\n    message: \"{request} keeps its body\"");
    StringBuilder servers = new StringBuilder();
    for (int i = 1; i <= 200; i++) {
      servers.append(
          "server { listen 80; server_name h%d.example; return 301 /x; }\n".formatted(i));
    }
    write(NGINX, "events {}\nhttp {\n" + servers + "}\n");
    assertThat(check())
        .singleElement()
        .asString()
        .matches(
            "nginx\\.conf:\\d+ info 5,000 requests were tried for \\S+ http://\\*/api/\\*\\*, but not"
                + " all: \\w+ http://h\\d+\\.example/api/\\S* was not, and whatever else is like it");
    promise("for: POST http://h1.example/api/**\n    never: 302");
    assertThat(check()).isEmpty();
  }

  private void promise(String words) throws IOException {
    write(".redirlint.yaml", "promises:\n  - id: own-promise\n    " + words + "\n");
  }

  private void nginx(String server) throws IOException {
    write(NGINX, "events {} http { server { listen 80; " + server + " } }\n");
  }

  private List<String> check() {
    return check(RuleSelection.NONE);
  }

  private List<String> check(RuleSelection selection) {
    return messages("own-promise", selection);
  }

  private List<String> all(RuleSelection selection) {
    return messages("", selection);
  }
}
