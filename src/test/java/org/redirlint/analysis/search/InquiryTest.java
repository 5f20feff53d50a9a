package org.redirlint.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redirlint.analysis.SiteAnalysis;
import org.redirlint.http.Method;
import org.redirlint.http.Url;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.httpd.TestConfigurations;

class InquiryTest {

  private static final String FRONT_CONTROLLER =
      """
      RewriteEngine On
      RewriteCond %{REQUEST_FILENAME} !-f
      RewriteCond %{HTTP:X-Way} =new
      RewriteRule ^/?(.*)$ http://www.example.org/$1 [R=301,L]
      Redirect 302 /here /there
      """;

  private final SiteAnalysis site = site(FRONT_CONTROLLER);
  private final Trial page = Trial.get(Url.parse("http://site.example/page").orElseThrow());

  private static SiteAnalysis site(String text) {
    HttpdSite site = new HttpdSite(TestConfigurations.htaccess(text));
    return new SiteAnalysis(
        "test", Set.of(), site, Facts.NONE, Set.of(), Front.UNKNOWN, Optional.empty());
  }

  private static String answer(Hop hop) {
    return hop.reply().answer() instanceof Answer.Response<String> response
        ? response.status() + response.location().map(to -> " " + to).orElse("")
        : hop.reply().answer().toString();
  }

  @Test
  void tellsWhatAHeaderChanges() {
    assertThat(answer(site.inquiry().answer(page))).isEqualTo("404");
    assertThat(answer(site.inquiry().answer(page.withHeader("x-way", "new"))))
        .isEqualTo("301 http://www.example.org/page");
  }

  @Test
  void namesTheFilesThatAnAnswerNeeds() {
    Observed moved = site.ask(page.withHeader("x-way", "new"));
    assertThat(moved.assumptions())
        .extracting(Assumption::text)
        .hasSize(1)
        .first()
        .asString()
        .startsWith("there is nothing at ")
        .endsWith("/page");
    assertThat(moved.isPlausible()).isTrue();
    assertThat(site.ask(page.to(Url.parse("http://site.example/here").orElseThrow())).assumptions())
        .isEmpty();
  }

  @Test
  void keepsWhatATrialSupposes() {
    Trial there =
        site.ask(page.withHeader("x-way", "new"))
            .trial()
            .assuming("/var/www/html/page", FileStatus.FILE);
    assertThat(answer(site.inquiry().answer(there.by(Method.HEAD)))).isEqualTo("200");
  }

  @Test
  void followsRedirects() {
    Trial here = page.to(Url.parse("http://site.example/here").orElseThrow());
    assertThat(site.ask(here).chain().hops()).hasSize(1);
    assertThat(site.inquiry().follow(here).chain().hops())
        .extracting(InquiryTest::answer)
        .containsExactly("302 http://site.example/there", "404");
  }
}
