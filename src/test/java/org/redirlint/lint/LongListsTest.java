package org.redirlint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redirlint.ast.Dialect;
import org.redirlint.diagnostic.Diagnostic;
import org.redirlint.ruleset.Ruleset;
import org.redirlint.ruleset.RulesetLoader;
import org.redirlint.site.Knowledge;
import org.redirlint.source.SourceFile;

/** What is found in lists of redirects that are too long for each one to be tried. */
class LongListsTest {

  private static final int LINES = 20_000;
  private static final int FEW = 3_000;
  private static final Ruleset RULESET = RulesetLoader.load("recommended");

  /** How a redirect of one URL is written, and where the first one stands. */
  enum Kind {
    LOCATION(Dialect.NGINX, "server {\n", " location = %s { return 301 %s; }\n", "}\n"),
    REWRITE(Dialect.NGINX, "server {\n", " location = %s { rewrite ^ %s permanent; }\n", "}\n"),
    REDIRECT(Dialect.HTACCESS, "# Redirects.\n", "Redirect 301 %s %s\n", ""),
    RULE(Dialect.HTACCESS, "RewriteEngine On\n", "RewriteRule ^%s$ %s [R=301,L]\n", "");

    private final Dialect dialect;
    private final String before;
    private final String line;
    private final String after;

    Kind(Dialect dialect, String before, String line, String after) {
      this.dialect = dialect;
      this.before = before;
      this.line = line;
      this.after = after;
    }

    String write(int lines, String more, IntFunction<String> target) {
      StringBuilder text = new StringBuilder(before);
      for (int i = 0; i < lines; i++) {
        String from = (this == RULE ? "old-" : "/old-") + i;
        text.append(String.format(line, from, target.apply(i)));
      }
      return text.append(more).append(after).toString();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyHiddenLoopIsFoundAndNoOther(Kind kind) {
    Random random = new Random(20261122);
    Map<Integer, Integer> next = new HashMap<>();
    for (int i = 0; i < LINES - 1; i += 10) {
      next.put(i, i + 1 + random.nextInt(LINES - 1 - i));
    }
    Map<Integer, Integer> hidden = new TreeMap<>();
    Set<Integer> taken = new HashSet<>();
    for (int length = 2; length <= 9; length++) {
      int[] loop = random.ints(0, LINES).filter(taken::add).limit(length).toArray();
      IntStream.range(0, length).forEach(i -> next.put(loop[i], loop[(i + 1) % loop.length]));
      hidden.put(Arrays.stream(loop).max().orElseThrow() + 2, length);
    }

    List<Diagnostic> found =
        check(
            kind,
            kind.write(LINES, "", i -> next.containsKey(i) ? "/old-" + next.get(i) : "/new-" + i));

    Map<Integer, Integer> loops = new TreeMap<>();
    for (Diagnostic loop : of("redirect-loop", found)) {
      assertThat(loop.message()).endsWith(loop.trace().size() + " redirects");
      loops.put(loop.origin().start().line(), loop.trace().size());
    }
    assertThat(loops).isEqualTo(hidden);
    assertThat(of("growing-redirect", found)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aLoopThroughAGeneralRuleIsFound(Kind kind) {
    String general =
        switch (kind) {
          case LOCATION, REWRITE -> " location ~ ^/moved/(.*)$ { return 301 /old-$1; }\n";
          case REDIRECT -> "RedirectMatch 301 ^/moved/(.*)$ /old-$1\n";
          case RULE -> "RewriteRule ^moved/(.*)$ /old-$1 [R=301,L]\n";
        };

    List<Diagnostic> found =
        check(kind, kind.write(FEW, general, i -> i == 1_777 ? "/moved/1777" : "/moved/none-" + i));

    assertThat(of("redirect-loop", found)).hasSize(1);
    assertThat(of("redirect-loop", found).get(0).trace()).hasSize(2);
  }

  @Test
  void aLoopThroughAnotherNameOfTheSiteIsFound() {
    String text =
        Kind.LOCATION.write(
            FEW,
            " server_name www.example.com example.com;\n",
            i ->
                switch (i) {
                  case 1_777 -> "http://example.com/old-2001";
                  case 2_001 -> "$scheme://www.example.com/old-1777";
                  default -> "$scheme://$host/new-" + i + "$is_args$args";
                });

    List<Diagnostic> loops = of("redirect-loop", check(Kind.LOCATION, text));

    assertThat(loops).hasSize(1);
    assertThat(loops.get(0).trace()).hasSize(2);
  }

  @Test
  void aRedirectThatGrowsBelowAnotherOneIsFound() {
    String text =
        Kind.REDIRECT.write(
            FEW,
            "",
            i ->
                switch (i) {
                  case 1_777 -> "/old-2001/below";
                  case 2_001 -> "/old-1777";
                  default -> "/new-" + i;
                });

    assertThat(of("growing-redirect", check(Kind.REDIRECT, text))).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theLongestChainIsToldOfHoweverManyShortOnesThereAre(Kind kind) {
    String text =
        kind.write(
            FEW,
            "",
            i ->
                i > 2_900 && i < 2_907
                    ? "/old-" + (i + 1)
                    : i % 3 == 0 && i < 2_700 ? "/old-" + (i + 1) : "/new-" + i);

    assertThat(of("redirect-chain", check(kind, text)))
        .hasSizeGreaterThanOrEqualTo(300)
        .anySatisfy(chain -> assertThat(chain.message()).contains("takes 7 redirects"));
  }

  /** How a target is taken from a map. */
  enum Lookup {
    TESTED("if ($moved) { return 301 $moved; }"),
    COMPARED("if ($moved != \"\") { rewrite ^ https://$host$moved permanent; }"),
    IN_A_LOCATION("location /old- { return 301 $scheme://$host$moved; }");

    private final String directive;

    Lookup(String directive) {
      this.directive = directive;
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyLoopOfALongMapIsNamedWithItsLines(Lookup lookup) {
    StringBuilder text = new StringBuilder("http {\nmap $uri $moved {\ndefault \"\";\n");
    Map<Integer, Integer> next = Map.of(70, 80, 80, 90, 90, 70, 2_500, 2_600, 2_600, 2_500);
    for (int i = 0; i < FEW; i++) {
      text.append(
          "/old-%d %s;\n".formatted(i, next.containsKey(i) ? "/old-" + next.get(i) : "/new-" + i));
    }
    text.append("}\nserver {\nlisten 80; listen 443 ssl; server_name example.com;\n");
    text.append(lookup.directive).append("\nlocation /new- { return 200 new; }\n}\n}\n");

    List<Diagnostic> loops = of("redirect-loop", check(Kind.LOCATION, text.toString()));

    assertThat(loops).hasSize(1);
    assertThat(loops.get(0).assumptions()).isEmpty();
    assertThat(loops.get(0).related().stream().map(related -> related.origin().start().line()))
        .containsAnyOf(4 + 70, 4 + 80, 4 + 90)
        .containsAnyOf(4 + 2_500, 4 + 2_600);
  }

  @Test
  void everyLoopOfAMapThatANamedLocationLooksUpIsNamed() {
    StringBuilder text = new StringBuilder("map $uri $moved {\ndefault \"\";\n");
    Map<Integer, Integer> next = Map.of(7, 8, 8, 9, 9, 7, 250, 260, 260, 250);
    for (int i = 0; i < 300; i++) {
      text.append(
          "/old-%d %s;\n".formatted(i, next.containsKey(i) ? "/old-" + next.get(i) : "/new-" + i));
    }
    text.append("}\nserver {\nlisten 80; server_name example.com;\n")
        .append("error_page 404 = @moved; location @moved { return 301 $moved; }\n}\n");

    List<Diagnostic> loops = of("redirect-loop", check(Kind.LOCATION, text.toString()));

    assertThat(loops).hasSize(1);
    assertThat(loops.get(0).assumptions()).isNotEmpty();
    assertThat(loops.get(0).related().stream().map(related -> related.origin().start().line()))
        .containsAnyOf(3 + 7, 3 + 8, 3 + 9)
        .containsAnyOf(3 + 250, 3 + 260);
  }

  private static List<Diagnostic> of(String rule, List<Diagnostic> found) {
    return found.stream().filter(finding -> finding.rule().id().equals(rule)).toList();
  }

  private static List<Diagnostic> check(Kind kind, String text) {
    LintRequest request =
        new LintRequest(
            Path.of("").toAbsolutePath(),
            List.of(),
            Optional.of(SourceFile.of("list", text.getBytes(StandardCharsets.UTF_8))),
            Optional.of(kind.dialect),
            Knowledge.NOTHING,
            List.of(),
            LocalDate.of(2026, 11, 22));
    return new Linter(RULESET, false).check(request, Progress.NONE).diagnostics();
  }
}
