package org.redirlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redirlint.analysis.NginxVerdicts.decide;
import static org.redirlint.analysis.NginxVerdicts.witness;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redirlint.semantics.Chain.End;

/** Redirects of nginx that lead to each other while the URL gets shorter, or longer. */
class NginxUrlLengthsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "location ~ ^/old/(.*)$ { return 302 https://a.example/new/$1; }",
        "location ~ ^/o/(.*)$ { return 301 https://a.example/other/place/$1; }",
        "location ~ ^/o/(.*)$ { return 301 /old//$1; }"
      })
  void whatComesBackByDotsIsShorter(String location) {
    assertThat(
            decide(
                "server { listen 443 ssl; server_name a.example; location / { return 404; } "
                    + location
                    + " }"))
        .isInstanceOf(Verdict.LoopFree.class);
  }

  @Test
  void hostsThatSendEachOtherShorterPathsEnd() {
    assertThat(
            decide(
                """
                server {
                  listen 443 ssl;
                  server_name www.a.example;
                  location ~ ^/ct/news/(.*)$ { return 302 https://b.a.example/news/$1; }
                  location / { return 404; }
                }
                server {
                  listen 443 ssl;
                  server_name b.a.example;
                  return 302 https://www.a.example$request_uri;
                }
                """))
        .isEqualTo(new Verdict.LoopFree(OptionalInt.empty()));
  }

  /** What was captured is written without a question mark, or as far as one. */
  @Test
  void whatIsCapturedIsEscapedAndGetsShorter() {
    assertThat(
            decide(
                """
                server {
                  listen 443 ssl;
                  server_name www.a.example;
                  rewrite ^/forum/?(.*)$ https://forum.a.example/$1 permanent;
                  location / { return 404; }
                }
                server {
                  listen 443 ssl;
                  server_name .a.example;
                  return 302 https://www.a.example$request_uri;
                }
                """))
        .isEqualTo(new Verdict.LoopFree(OptionalInt.empty()));
  }

  @Test
  void hostsThatSendEachOtherLongerPathsDoNotEnd() {
    Verdict verdict =
        decide(
            """
            server {
              listen 443 ssl;
              server_name www.a.example;
              location ~ ^/news/(.*)$ { return 302 https://b.a.example/news/x/$1; }
              location / { return 404; }
            }
            server {
              listen 443 ssl;
              server_name b.a.example;
              return 302 https://www.a.example$request_uri;
            }
            """);
    assertThat(witness(verdict).chain().end()).isEqualTo(End.GROWING);
  }

  /** What comes back is redirected by something else, or has been cut off at a character. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "location ~ ^/old/(.*)$ { return 302 https://a.example/newer/$1; }",
        "rewrite /end$ $scheme://$host$uri/ permanent;"
      })
  void whatComesBackBesideDirectoriesIsShorter(String directive) {
    assertThat(
            decide(
                "server { listen 443 ssl; server_name a.example; root /srv; index i.html; "
                    + directive
                    + " }"))
        .isInstanceOf(Verdict.LoopFree.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "location ~ '^/a b/(.*)$' { return 302 '/a b/./$1'; }",
        "location ~ ^/a/(.*)$ { return 302 /a/./$1?/other/place/; }"
      })
  void whatIsTakenOutIsNotOverrated(String location) {
    assertThat(
            decide(
                "server { listen 443 ssl; server_name a.example; location / { return 404; } "
                    + location
                    + " }"))
        .isNotInstanceOf(Verdict.LoopFree.class);
  }

  @Test
  void whatComesBackByDotsMayBeAsLong() {
    assertThat(
            decide(
                """
                server {
                  listen 443 ssl;
                  server_name a.example;
                  location / { return 404; }
                  location ~ ^/old/(.*)$ { return 302 https://a.example/new/../old/%2e/$1; }
                }
                """))
        .isNotInstanceOf(Verdict.LoopFree.class);
  }

  /** An encoded question mark makes a query, in which nothing is decoded, of the rest of a path. */
  @Test
  void aPathThatGetsShorterEndsThoughItsQueryMayGrow() {
    assertThat(
            decide(
                """
                server {
                  listen 80;
                  rewrite ^/app\\.php/?(.*)$ /$1 permanent;
                  location / { return 404; }
                }
                """))
        .isEqualTo(new Verdict.LoopFree(OptionalInt.empty()));
  }

  /** Were each index.html a directory with an index.html, the disk would have to be endless. */
  @Test
  void onePathBelowWhichDirectoriesMayBeLeadsToNoEndlessChain() {
    assertThat(
            decide(
                """
                server { listen 80; server_name a.example; return 301 https://a.example/mail; }
                server { listen 443 ssl; server_name a.example; root /srv; }
                """))
        .isEqualTo(new Verdict.LoopFree(OptionalInt.empty()));
  }

  @Test
  void showsAUrlThatGrows() {
    Verdict verdict =
        decide(
            """
            server { listen 80; location ^~ /foo { return 301 /foo$request_uri; }
                     location / { return 404; } }
            """);
    assertThat(witness(verdict).chain().end()).isEqualTo(End.GROWING);
  }
}
