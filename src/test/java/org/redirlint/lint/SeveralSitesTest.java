package org.redirlint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redirlint.ruleset.RulesetLoader;

/** What is said of a file does not depend on the files of other sites that are checked with it. */
class SeveralSitesTest extends ProjectFolder {

  private static final String PRELOADED =
      "server { listen 443 ssl; server_name example.com; root /srv/www;"
          + " add_header Strict-Transport-Security"
          + " \"max-age=63072000; includeSubDomains; preload\" always; }\n";

  private static final String TO_WWW =
      "server { listen 80; server_name example.com; return 301 http://www.example.com/; }\n";

  private static final String SLASH = "RewriteEngine On\nRewriteRule ^/old$ /new [R=301,L]\n";

  @Test
  void aHostThatAnotherSiteWantsPreloadedMayGoToWwwFirst() throws IOException {
    write("secure/nginx.conf", "http { " + PRELOADED + "}\n");
    write("plain/nginx.conf", "http { " + TO_WWW + "}\n");
    assertThat(check("https-redirect-order")).isEmpty();
  }

  @Test
  void theSameHeaderOfAnotherSiteMayBeSentByHttps() throws IOException {
    String header = "add_header Strict-Transport-Security max-age=31536000;";
    write(
        "blog/nginx.conf",
        "http { server { listen 443 ssl; server_name blog.example; root /srv; " + header + " } }");
    write(
        "shop/nginx.conf",
        "http { server { listen 80; listen 443 ssl; server_name shop.example; root /srv; "
            + header
            + " } }");
    assertThat(check("hsts-over-http")).containsExactly("shop/nginx.conf hsts-over-http");
  }

  @Test
  void aHeaderIsTooShortWhereItIsSentByHttps() throws IOException {
    String header = "add_header Strict-Transport-Security max-age=300;";
    write(
        "blog/nginx.conf",
        "http { server { listen 443 ssl; server_name blog.example; root /srv; " + header + " } }");
    write(
        "shop/nginx.conf",
        "http { server { listen 80; server_name shop.example; root /srv; " + header + " } }");
    assertThat(check("hsts-too-short")).containsExactly("blog/nginx.conf hsts-too-short");
  }

  @Test
  void filesOfOneSiteAreTakenTogether() throws IOException {
    write("secure.conf", PRELOADED);
    write("plain.conf", TO_WWW);
    assertThat(check("https-redirect-order")).containsExactly("plain.conf https-redirect-order");
  }

  @Test
  void serversBesideEachOtherAreAskedForTheirOwnNamesAlone() throws IOException {
    write("blog.conf", PRELOADED.replace("example.com", "blog.example"));
    write("shop.conf", TO_WWW.replace("example.com", "shop.example"));
    assertThat(check("https-redirect-order")).isEmpty();
  }

  @Test
  void rulesOfAnotherFolderMayBeInherited() throws IOException {
    write("one/.htaccess", SLASH);
    write("two/.htaccess", "RewriteEngine On\nRewriteOptions Inherit\n" + SLASH);
    write("nginx.conf", "events {}\n");
    assertThat(check("leading-slash-in-htaccess"))
        .containsExactly("one/.htaccess leading-slash-in-htaccess");
  }

  @Test
  void whatIsWrongWithTheFilesIsToldOnceOfEach() throws IOException {
    write("one/.htaccess", "RewriteEngine Maybe\n");
    write("two/.htaccess", "RewriteEngine Maybe\n");
    write("nginx.conf", "events {}\n");
    assertThat(check("invalid-configuration"))
        .containsExactly(
            "one/.htaccess invalid-configuration", "two/.htaccess invalid-configuration");
  }

  private List<String> check(String rule) {
    return new Linter(RulesetLoader.load("all"))
        .check(request(Path.of(""), TODAY), Progress.NONE).diagnostics().stream()
            .filter(found -> found.rule().id().equals(rule))
            .map(found -> found.origin().file().path() + " " + found.rule().id())
            .toList();
  }
}
