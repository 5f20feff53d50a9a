package org.redirlint.semantics.httpd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redirlint.http.Request;
import org.redirlint.resolve.httpd.HttpdResult;
import org.redirlint.semantics.Reply;
import org.redirlint.semantics.Step;

/**
 * Configurations made to take for ever, or all memory: each ends, with the server's answer. What
 * the real server answers to endless rewriting is recorded in {@code
 * testdata/semantics/httpd/without-end}.
 */
class HostileConfigurationTest {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir private Path box;

  private String answer(String configuration, String target) {
    return TestServers.shown(reply(configuration, target).answer());
  }

  private Reply reply(String configuration, String target) {
    return Assertions.assertTimeoutPreemptively(
        LIMIT,
        () -> {
          HttpdResult resolved =
              TestServers.resolve(TestServers.framed(configuration), box, Set.of("ssl"), List.of());
          return TestServers.simulator(resolved, box).answer(request(target));
        });
  }

  private static Request request(String target) {
    return new Request(
        "GET",
        "http",
        Optional.of("www.example.com"),
        target,
        List.of(),
        Optional.empty(),
        OptionalInt.of(80),
        "1.1",
        false);
  }

  @ParameterizedTest
  @CsvSource({
    "^/(.*)$      /$1x     [N]",
    "^/(.*)$      /$1$1    [N]",
    "^/(.*)$      /$1      [N]",
    "^/(.*)$      /$1      [N=2000000000]",
    "^/(.*)$      -        [N=2000000000]",
    "^/(.)(.)$    /$2$1    [N=2000000000]"
  })
  void rewritingWithoutEndIsGivenUp(String rule) {
    assertThat(answer("RewriteEngine On\nRewriteRule " + rule + "\n", "/ab")).isEqualTo("500 -");
  }

  @Test
  void roundsThatAreAllDifferentAreGivenUp() {
    String rules = "RewriteEngine On\nRewriteRule ^/(.*)$ /$1 [CO=name:value,N=2000000000]\n";
    assertThat(answer(rules, "/ab")).contains("[N=2000000000]").contains("has begun 32000 rounds");
  }

  @Test
  void howAPathGrewIsToldInShort() {
    Reply reply = reply("RewriteEngine On\nRewriteRule ^/(.*)$ /$1x [N]\n", "/ab");
    assertThat(reply.steps()).hasSizeLessThan(250);
    assertThat(reply.steps().get(0).what()).isEqualTo("virtual host www.example.com");
    assertThat(reply.steps().get(1).what()).isEqualTo("RewriteRule rewrites to /abx");
    assertThat(reply.steps()).extracting(Step::what).contains("… 16180 more steps …");
    assertThat(reply.steps()).allMatch(step -> step.what().length() <= 1_000);
    assertThat(reply.steps().get(reply.steps().size() - 1).what())
        .isEqualTo("too long, or too many rounds");
  }

  @Test
  void manyRulesInManyRoundsAreGivenUp() {
    String rules = "RewriteRule ([a-y])(z)$ /z$1\n".repeat(2_000);
    assertThat(answer("RewriteEngine On\n" + rules + "RewriteRule ^/(.*)$ /$1x [N]\n", "/a"))
        .contains("RewriteRule (httpd.conf:")
        .contains("too much to try");
  }

  @Test
  void subrequestsThatMakeSubrequestsAreGivenUp() {
    String rules = "RewriteCond /x%{REQUEST_URI} -U\nRewriteRule . - [E=V:1]\n".repeat(40);
    assertThat(answer("RewriteEngine On\n" + rules, "/y")).contains("too much to try");
  }

  @Test
  void textsThatDoubleAreGivenUp() {
    String doubling = "RewriteRule ^/q$ /q?x%{QUERY_STRING}%{QUERY_STRING}\n";
    assertThat(answer("RewriteEngine On\n" + doubling.repeat(100), "/q"))
        .contains("a text of more than 262144 characters");
  }

  private static String nested(int depth) {
    return "RewriteEngine On\nRewriteMap m int:tolower\n"
        + "RewriteRule ^/(.*)$ /to/"
        + "${m:".repeat(depth)
        + "$1"
        + "}".repeat(depth)
        + " [R]\n";
  }

  @Test
  void lookUpsNestAsDeeplyAsAnybodyWrites() {
    assertThat(answer(nested(50), "/A")).isEqualTo("302 http://www.example.com/to/a");
  }

  @ParameterizedTest
  @ValueSource(ints = {51, 1_500, 100_000})
  void lookUpsThatNestTooDeeplyAreNotFollowed(int depth) {
    assertThat(answer(nested(depth), "/A"))
        .contains("look-ups of maps are nested too deeply: ${m:");
  }

  @Test
  void bracesThatNeverCloseAreRead() {
    String rule = "RewriteEngine On\nRewriteRule ^ /%s [R,NE]\n".formatted("${".repeat(200_000));
    assertThat(answer(rule, "/")).isEqualTo("500 -");
  }

  /** httpd refuses it: "recursive use of macro 'a' is invalid". */
  @Test
  void macrosThatUseThemselvesEnd() {
    String macros = "<Macro A>\nUse B\n</Macro>\n<Macro B>\nUse A\nRedirect 308 /a /b\n</Macro>\n";
    assertThat(answer(macros + "Use A\n", "/a")).isEqualTo("308 http://www.example.com/b");
  }

  @Test
  void sectionsNestDeeply() {
    String text = "<If \"true\">\n".repeat(200) + "Require all denied\n" + "</If>\n".repeat(200);
    assertThat(answer(text, "/")).isEqualTo("403 -");
  }

  @Test
  void requirementsNestDeeply() {
    String text =
        "<Location />\n"
            + "<RequireAll>\n".repeat(200)
            + "Require all denied\n"
            + "</RequireAll>\n".repeat(200)
            + "</Location>\n";
    assertThat(answer(text, "/")).isEqualTo("403 -");
  }

  @Test
  void lookingAheadOfLookingAheadEnds() throws IOException {
    Files.createDirectories(box.resolve("www"));
    StringBuilder rules = new StringBuilder("RewriteEngine On\n");
    for (int i = 0; i < 20; i++) {
      rules.append("RewriteCond %{LA-U:REQUEST_URI} !^/never").append(i).append("$\n");
      rules.append("RewriteRule ^x").append(i).append(" y [S=1]\n");
    }
    rules.append("RewriteCond %{LA-U:REQUEST_FILENAME} .\nRewriteRule ^z - [F]\n");
    Files.writeString(box.resolve("www/.htaccess"), rules);
    assertThat(answer("", "/z")).isEqualTo("403 -");
  }

  @Test
  void ruleListsMayBeHuge() {
    StringBuilder rules = new StringBuilder("RewriteEngine On\n");
    for (int i = 0; i < 50_000; i++) {
      rules.append("RewriteRule [a-c]").append(i).append("$ /never").append(i).append(" [R]\n");
    }
    rules.append("RewriteRule ^/page$ /found [R=301]\n");
    assertThat(answer(rules.toString(), "/page")).isEqualTo("301 http://www.example.com/found");
  }

  @Test
  void mapsMayBeHuge() throws IOException {
    StringBuilder map = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      map.append("key").append(i).append(" /value").append(i).append('\n');
    }
    Files.writeString(box.resolve("map.txt"), map);
    Files.writeString(box.resolve("random.txt"), "key " + "/same|".repeat(100_000) + "/same\n");
    String maps =
        "RewriteEngine On\nRewriteMap m txt:/srv/map.txt\nRewriteMap r rnd:/srv/random.txt\n";
    assertThat(answer(maps + "RewriteRule ^/(.*)$ ${m:$1} [R]\n", "/key199999"))
        .isEqualTo("302 http://www.example.com/value199999");
    assertThat(answer(maps + "RewriteRule ^/(.*)$ ${r:$1} [R]\n", "/key"))
        .isEqualTo("302 http://www.example.com/same");
  }
}
