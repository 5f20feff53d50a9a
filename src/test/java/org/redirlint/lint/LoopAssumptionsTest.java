package org.redirlint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.ast.Dialect;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.diagnostic.Severity;
import org.redirlint.diagnostic.SiteVerdict;
import org.redirlint.ruleset.RulesetLoader;
import org.redirlint.site.Knowledge;
import org.redirlint.source.SourceFile;

/** A loop that is none if the world is as it usually is, is not an error. */
class LoopAssumptionsTest {

  private static final String TO_PUBLIC = "RewriteEngine On\nRewriteRule ^(.*)$ public/$1 [L]\n";

  @TempDir private Path folder;

  @Test
  void aFolderMayHaveRulesOfItsOwn() {
    Diagnostic loop = only(Dialect.HTACCESS, TO_PUBLIC);
    assertThat(loop.severity()).isEqualTo(Severity.INFO);
    assertThat(loop.assumptions())
        .containsExactly("there is no .htaccess of its own in /var/www/html/public");
  }

  @Test
  void noOtherFolderIsOnTheWay() {
    Diagnostic loop = only(Dialect.HTACCESS, "RewriteEngine On\nRewriteRule ^(.*)$ /x$1 [L]\n");
    assertThat(loop.severity()).isEqualTo(Severity.ERROR);
    assertThat(loop.assumptions()).isEmpty();
  }

  @Test
  void aFolderThatTheRuleIsForHasNoRulesOfItsOwn() {
    Diagnostic loop =
        only(Dialect.HTACCESS, "RewriteEngine On\nRewriteRule ^core/.*$ /$0/ [R=308,L]\n");
    assertThat(loop.severity()).isEqualTo(Severity.ERROR);
    assertThat(loop.assumptions()).isEmpty();
  }

  /** Where the folder is missing it does loop; that the folder is a file nobody means. */
  @Test
  void aFolderIsNotSupposedToBeAFile() {
    Diagnostic loop =
        only(
            Dialect.HTACCESS,
            "RewriteEngine On\nRewriteRule ^app/setup\\.php app/setup.php?on=1 [QSA,L]\n");
    assertThat(loop.severity()).isEqualTo(Severity.INFO);
    assertThat(loop.assumptions()).containsExactly("there is nothing at /var/www/html/app");
  }

  /**
   * A status without its equals sign is looked for at /srv/www404, and nobody has such a folder.
   */
  @Test
  void whatIsAskedForWithoutASlashIsNoFolder() {
    assertThat(
            check(
                Dialect.NGINX,
                "server { listen 80; server_name a.example; root /srv/www;"
                    + " location ~ ^/[0-9]+/ { try_files $uri $uri/ 404; } }\n"))
        .isEmpty();
  }

  /** The page is looked for in a folder of a folder of a folder. */
  @Test
  void aUrlThatGrowsNamesTheFirstFileThatIsMissing() {
    Diagnostic growing =
        only(
            Dialect.NGINX,
            "server { listen 80; server_name a.example; root /srv/www;"
                + " error_page 404 sorry/missing.html; }\n");
    assertThat(growing.assumptions())
        .hasSize(2)
        .first()
        .asString()
        .matches("there is nothing at /srv/www/sorry/missing\\.html, and so on \\(\\d+ paths\\)");
  }

  @Test
  void aHostThatOnlyAPatternFitsAndThatGrowsIsSupposed() {
    Diagnostic growing =
        only(
            Dialect.HTACCESS,
            """
            RewriteEngine On
            RewriteCond %{HTTP_HOST} ^www\\.
            RewriteRule ^start$ http://www.%{HTTP_HOST}%{REQUEST_URI} [R=301,L]
            """);
    assertThat(growing.severity()).isEqualTo(Severity.INFO);
    assertThat(growing.assumptions())
        .hasSize(1)
        .first()
        .asString()
        .matches("www\\.www\\.[a-z.]+ leads to this site, and so on \\(\\d+ hosts\\)");
  }

  @Test
  void aHostThatGrowsAndIsServedIsNotSupposed() {
    Diagnostic growing =
        only(
            Dialect.NGINX,
            "server { listen 80; server_name *.a.example;"
                + " return 301 http://www.$host$request_uri; }\n");
    assertThat(growing.severity()).isEqualTo(Severity.ERROR);
    assertThat(growing.assumptions()).isEmpty();
  }

  private static final String TO_FRONT_CONTROLLER =
      "location / { if (!-e $request_filename) { rewrite ^(.*)$ /index.php$1 last; } }\n";

  /** Around it there is most likely a location for what ends in .php. */
  @Test
  void aPartOfAServerDoesNotTellWhichOtherLocationsThereAre() {
    Diagnostic loop = only(Dialect.NGINX, TO_FRONT_CONTROLLER);
    assertThat(loop.severity()).isEqualTo(Severity.INFO);
    assertThat(loop.assumptions())
        .contains("no location outside of what was read takes what is rewritten");
  }

  @Test
  void aServerTellsAllOfItsLocations() {
    Diagnostic loop = only(Dialect.NGINX, "server { listen 80; " + TO_FRONT_CONTROLLER + "}");
    assertThat(loop.severity()).isEqualTo(Severity.WARNING);
    assertThat(loop.assumptions())
        .doesNotContain("no location outside of what was read takes what is rewritten");
  }

  /** Whoever fills it may leave the folder, or come back to it. */
  @Test
  void aTargetThatIsStillToBeFilledDecidesNothing() {
    String text =
        "server { listen 80; server_name a.example;"
            + " location /x/ { return 301 http://a.example/x/@NEW@; } }\n";
    Diagnostic loop = only(Dialect.NGINX, text);
    assertThat(loop.severity()).isEqualTo(Severity.WARNING);
    assertThat(loop.assumptions())
        .containsExactly("what is still to be filled at configuration:1 does not change this");
    assertThat(verdicts(text))
        .containsExactly(
            "configuration: undecided (it loops if what is still to be filled at configuration:1 does not"
                + " change this)");
    assertThat(verdicts(text.replace("/x/@NEW@", "/y/__NEW__")))
        .containsExactly(
            "configuration: undecided (what is still to be filled at configuration:1 may change it)");
  }

  @Test
  void aSiteWithoutANameMayBeTheOneItLeadsTo() {
    assertThat(verdicts("server { listen 80; return 301 http://www.site.test$request_uri; }\n"))
        .containsExactly(
            "configuration: loop-free, none of its redirects leads back to it (supposing that"
                + " www.site.test is another site)");
    assertThat(
            verdicts(
                "server { listen 80; server_name site.test;"
                    + " return 301 http://www.site.test$request_uri; }\n"))
        .containsExactly("configuration: loop-free, none of its redirects leads back to it");
  }

  @Test
  void whatIsFilledElsewhereChangesNoRedirect() {
    assertThat(
            verdicts(
                "server { listen 80; server_name a.example; ssl_certificate __CERTIFICATE__;"
                    + " location = /x { return 301 http://a.example/y; } }\n"))
        .containsExactly("configuration: loop-free");
  }

  @Test
  void rulesOfItsOwnThatAreThereEndIt() throws IOException {
    Files.writeString(folder.resolve(".htaccess"), TO_PUBLIC);
    Files.createDirectory(folder.resolve("public"));
    Files.writeString(folder.resolve("public/.htaccess"), "RewriteEngine On\n");
    assertThat(check(List.of(folder), Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void aHostThatIsOnlyTestedForMayBelongToAnotherServer() {
    Diagnostic loop =
        only(
            Dialect.HTTPD,
            """
            <VirtualHost *:80>
              ServerName old.example
              ServerAlias *.old.example
              RewriteEngine On
              RewriteCond %{HTTP_HOST} ^de\\.(old|new)\\.example$
              RewriteRule ^(.*)$ http://de.new.example$1 [R=301,L]
            </VirtualHost>
            """);
    assertThat(loop.severity()).isEqualTo(Severity.INFO);
    assertThat(loop.assumptions()).containsExactly("de.new.example leads to this site");
  }

  /** Whoever comes by another host is sent there as well: it is where the pictures lie. */
  @Test
  void aHostThatAnotherRuleTestsForIsWhereThisOneLeads() {
    assertThat(
            check(
                Dialect.HTTPD,
                """
                <VirtualHost *:80>
                  ServerName site.test
                  RewriteEngine On
                  RewriteRule ^/pictures/(.*)$ http://pictures.wiki.test/pictures/$1 [R=301,L]
                  RewriteCond %{HTTP_HOST} ^([a-z]+)\\.wiki\\.test$
                  RewriteRule ^/uploads/(.*)$ http://files.site.example/%1/$1 [R=302,L]
                </VirtualHost>
                """))
        .isEmpty();
  }

  @Test
  void aNamedHostIsOftenServedWithItsWww() {
    Diagnostic loop =
        only(
            Dialect.NGINX,
            """
            server {
              listen 80;
              server_name site.test;
              if ($host = site.test) { return 308 http://www.site.test$request_uri; }
              if ($host = www.site.test) { return 308 http://site.test$request_uri; }
            }
            """);
    assertThat(loop.severity()).isEqualTo(Severity.WARNING);
    assertThat(loop.assumptions()).containsExactly("www.site.test leads to this site");
  }

  @Test
  void aProxyDoesNotCallHttpsHttp() {
    Diagnostic loop =
        only(
            Dialect.NGINX,
            """
            server {
              listen 443 ssl;
              server_name site.test;
              if ($http_x_forwarded_proto = http) { return 308 https://$host$request_uri; }
            }
            """);
    assertThat(loop.severity()).isEqualTo(Severity.INFO);
    assertThat(loop.assumptions())
        .containsExactly("a proxy in front of this server tells X-Forwarded-Proto: http");
  }

  private List<String> verdicts(String text) {
    return new Linter(RulesetLoader.load("recommended"))
            .check(
                request(
                    List.of(),
                    Optional.of(SourceFile.of("configuration", text)),
                    Optional.of(Dialect.NGINX)),
                Progress.NONE)
            .verdicts()
            .stream()
            .map(SiteVerdict::toString)
            .toList();
  }

  private Diagnostic only(Dialect dialect, String text) {
    List<Diagnostic> loops = check(dialect, text);
    assertThat(loops).hasSize(1);
    return loops.get(0);
  }

  private List<Diagnostic> check(Dialect dialect, String text) {
    return check(
        List.of(), Optional.of(SourceFile.of("configuration", text)), Optional.of(dialect));
  }

  private List<Diagnostic> check(
      List<Path> paths, Optional<SourceFile> text, Optional<Dialect> dialect) {
    return new Linter(RulesetLoader.load("recommended"), false)
        .check(request(paths, text, dialect), Progress.NONE).diagnostics().stream()
            .filter(
                found -> found.rule().id().matches("redirect-loop|growing-redirect|internal-.*"))
            .toList();
  }

  private LintRequest request(
      List<Path> paths, Optional<SourceFile> text, Optional<Dialect> dialect) {
    return new LintRequest(
        folder, paths, text, dialect, Knowledge.NOTHING, List.of(), LocalDate.EPOCH);
  }
}
