package org.redirlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redirlint.analysis.NginxVerdicts.decide;
import static org.redirlint.analysis.NginxVerdicts.witness;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.redirlint.semantics.Chain.End;

class NginxAnalysisTest {

  @Test
  void provesThatOneRedirectToHttpsEnds() {
    assertThat(
            decide(
                """
                server { listen 80; return 301 https://$host$request_uri; }
                server { listen 443 ssl; return 200; }
                """))
        .isEqualTo(new Verdict.LoopFree(OptionalInt.of(1)));
  }

  @Test
  void countsTheLongestChain() {
    assertThat(
            decide(
                """
                server {
                  listen 80;
                  location = /a { return 301 /b; }
                  location = /b { return 302 /c?x=1; }
                  location = /c { return 301 /d; }
                  location / { return 404; }
                }
                """))
        .isEqualTo(new Verdict.LoopFree(OptionalInt.of(3)));
  }

  /** What is too large is not decided; it stops nobody. */
  @Test
  void aMapThatNeedsItselfIsNotFollowedForEver() {
    assertThat(
            decide(
                """
                map $uri $page { "~^/(?<one>[^/]*)/?(?<two>.*)$" "index.html$page"; }
                server { listen 80; rewrite "^.*$" "/$page"; }
                """))
        .isNotInstanceOf(Verdict.LoopFree.class);
  }

  @Test
  void showsTwoServersThatSendEachOtherTheirRequests() {
    Verdict verdict =
        decide(
            """
            server { listen 80; server_name a.example; return 301 http://b.example$request_uri; }
            server { listen 80; server_name b.example; return 301 http://a.example$request_uri; }
            """);
    assertThat(witness(verdict).chain().end()).isEqualTo(End.LOOP);
    assertThat(witness(verdict).assumptions()).isEmpty();
  }

  @Test
  void aHostWithAWordBeforeItIsAnotherHost() {
    assertThat(
            decide(
                """
                server { listen 80; server_name bare.example; return 301 http://www.$host$uri; }
                """))
        .isEqualTo(new Verdict.LoopFree(OptionalInt.of(0)));
  }

  @Test
  void capturesOfPathsThatEndInALineBreakLeadNowhere() {
    assertThat(
            decide(
                """
                server { listen 80; location / { rewrite ^/shop/(.*)$ /store/$1 permanent;
                                                 return 404; } }
                """))
        .isEqualTo(new Verdict.LoopFree(OptionalInt.empty()));
  }

  @Test
  void supposesThatTheFileIsThereThatTryFilesEndsWith() {
    assertThat(
            decide(
                """
                server { listen 80; root /srv; location / { try_files $uri $uri/ /index.html; } }
                """))
        .isEqualTo(
            new Verdict.LoopFree(
                OptionalInt.empty(), java.util.List.of("/srv/index.html is a file")));
  }

  /** Else /static/a/ might lead to /static/a/index.html/, and so on. */
  @Test
  void supposesThatNoDirectoryHasTheNameOfAnIndexFile() {
    assertThat(
            decide(
                """
                server {
                  listen 80;
                  location ~ /static/(.*)$ { alias /srv/collected/$1; }
                  location / { return 404; }
                }
                """))
        .isEqualTo(
            new Verdict.LoopFree(
                OptionalInt.of(1), java.util.List.of("no directory is called index.html")));
  }

  @Test
  void noRequestTakesAWayForTwoReasonsThatExcludeEachOther() {
    assertThat(
            decide(
                """
                server {
                  listen 80;
                  root /srv;
                  rewrite ^/app\\.php/?(.*)$ /$1 permanent;
                  location / { index app.php; try_files $uri @app; }
                  location @app { rewrite ^(.*)$ /app.php/$1 last; }
                  location ~ ^/app\\.php(/|$) { fastcgi_pass 127.0.0.1:9000; }
                }
                """))
        .isInstanceOf(Verdict.LoopFree.class);
  }

  @Test
  void showsRewritingWithoutEnd() {
    Verdict verdict =
        decide(
            """
            server { listen 80; location /in { rewrite ^ /in last; } location / { return 404; } }
            """);
    assertThat(witness(verdict).chain().end()).isEqualTo(End.INTERNAL_LOOP);
  }

  @Test
  void doesNotJudgeSeveralAddressesByOneOfThem() {
    assertThat(
            decide(
                """
                server { listen 127.0.0.1:80; return 200; }
                server { listen 127.0.0.2:80; return 301 /; }
                """))
        .isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void provesWhateverAddressARequestIsSentTo() {
    assertThat(
            decide(
                """
                server { listen 80; listen [::]:80; server_name a.example; return 301 /; }
                server { listen 80; server_name b.example; location = / { return 200; }
                         location / { return 301 /; } }
                """))
        .isInstanceOf(Verdict.Loops.class);
    assertThat(
            decide(
                """
                server { listen 127.0.0.1:80; location = /a { return 301 /b; } return 404; }
                server { listen 127.0.0.2:80; location = /b { return 301 /c; } }
                """))
        .isInstanceOf(Verdict.LoopFree.class);
  }

  @Test
  void readsSlashesAsAnyOfTheServersDoes() {
    assertThat(
            decide(
                """
                server { listen 443 ssl; server_name a.example; merge_slashes off;
                         location ~ //  { return 301 /; } location / { return 404; } }
                server { listen 443 ssl; server_name b.example; location / { return 404; } }
                """))
        .isInstanceOf(Verdict.LoopFree.class);
  }

  @Test
  void lookedUpOrNotTheClientIsAnybody() {
    assertThat(
            decide(
                """
                geo $inside { default 0; 10.0.0.0/8 1; }
                server { listen 80; allow 10.0.0.0/8; deny all; error_page 403 /no;
                         auth_basic staff;
                         location = /no { if ($inside) { return 301 /a; } return 404; }
                         location / { return 200 $remote_addr; } }
                """))
        .isInstanceOf(Verdict.LoopFree.class);
    assertThat(
            decide(
                """
                geo $inside { default 0; 10.0.0.0/8 1; }
                server { listen 80; if ($inside) { return 301 /a; } location / { return 404; } }
                """))
        .isNotInstanceOf(Verdict.LoopFree.class);
  }

  @Test
  void joinsWhatGoesOnAlike() {
    assertThat(
            decide(
                """
                server { listen 80; root /srv; error_page 404 /404.php;
                         try_files $uri $uri/a $uri/b $uri/c $uri/d /x.php$is_args$args;
                         location ~ \\.php$ { try_files $uri =404; fastcgi_pass 127.0.0.1:9; } }
                """))
        .isEqualTo(new Verdict.LoopFree(OptionalInt.of(0)));
  }

  @Test
  void doesNotForgetWhatNginxCannotRead() {
    assertThat(
            decide(
                """
                server { listen 80; server_name a.example; error_page 400 http://a.example/50%;
                         location / { return 404; } }
                """))
        .isInstanceOf(Verdict.Undecided.class);
    assertThat(
            decide(
                """
                server { listen 80; error_page 400 404 /error.html; location / { return 404; } }
                """))
        .isInstanceOf(Verdict.LoopFree.class);
  }

  @Test
  void namesWhatCannotBeDecided() {
    assertThat(decide("server { listen 80; location / { rewrite_by_lua 'x'; return 301 /a; } }"))
        .isInstanceOf(Verdict.Loops.class);
    assertThat(decide("server { listen 80; location / { rewrite_by_lua 'x'; root /www; } }"))
        .isEqualTo(new Verdict.Undecided("what rewrite_by_lua does is not known"));
  }

  /** What code sets a variable to may be anything; that it sets others is not to be expected. */
  @Test
  void takesWhatCodeSetsForAnyText() {
    assertThat(decide("server { listen 80; location / { set_by_lua $x 'x'; return 301 $x; } }"))
        .isInstanceOf(Verdict.Undecided.class);
    assertThat(
            decide(
                "server { listen 80; set_by_lua $x 'x'; set_escape_uri $y $uri;"
                    + " location / { try_files $x /$y @a; } location @a { return 404; } }"))
        .isEqualTo(
            new Verdict.LoopFree(
                OptionalInt.of(0), java.util.List.of("set_by_lua changes nothing but $x")));
  }

  /** Nor need it be the same text when the directive runs again. */
  @Test
  void takesWhatCodeSetsForAnotherTextEachTime() {
    assertThat(
            decide(
                """
                server { listen 80;
                  location = / { set_by_lua $x 'x'; if ($x = a) { rewrite ^ /b last; } return 404; }
                  location = /b { set_by_lua $x 'x'; if ($x = b) { return 302 /; } return 404; } }
                """))
        .isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void followsWhatASubrequestMayDecide() {
    assertThat(
            decide(
                """
                server { listen 80; location / { auth_request /who; error_page 401 = @in; }
                  location @in { return 302 https://id.example/; } location = /who { return 401; } }
                """))
        .isInstanceOf(Verdict.LoopFree.class);
    assertThat(
            decide(
                """
                server { listen 80; location / { auth_request /who; error_page 401 = @in;
                           try_files /none @app; }
                  location @in { return 302 /in; } location @app { return 404; }
                  location = /who { return 401; } }
                """))
        .isInstanceOf(Verdict.Undecided.class);
    assertThat(
            decide(
                """
                server { listen 80; location / { auth_request /who; error_page 403 = @in;
                           auth_request_set $to $upstream_http_x_to; }
                  location @in { return 302 $to; } location = /who { proxy_pass http://b.example; } }
                """))
        .isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void supposesThatCodeWhichDecidesAboutAccessLeadsNowhereBack() {
    assertThat(
            decide(
                "server { listen 80; location / { set $b ''; access_by_lua_file b.lua;"
                    + " proxy_pass $b; } }"))
        .isEqualTo(
            new Verdict.LoopFree(
                OptionalInt.of(0),
                java.util.List.of("what access_by_lua_file does leads nowhere back")));
  }

  /** Code may answer anything, as an application does; that it redirects is not to be expected. */
  @Test
  void supposesThatCodeDoesNotLeadBack() {
    assertThat(
            decide(
                "server { listen 80; location /a { content_by_lua 'x'; } location /b { mp4; }"
                    + " location /c { perl x; return 301 /a; } location / { return 404; } }"))
        .isEqualTo(
            new Verdict.LoopFree(
                OptionalInt.of(1),
                java.util.List.of(
                    "what content_by_lua answers does not lead back",
                    "what mp4 answers does not lead back",
                    "what perl answers does not lead back")));
  }
}
