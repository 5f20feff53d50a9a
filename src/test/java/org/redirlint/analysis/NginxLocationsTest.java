package org.redirlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redirlint.analysis.NginxVerdicts.decide;
import static org.redirlint.analysis.NginxVerdicts.witness;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.redirlint.semantics.Chain.End;

/** Where browsers go that are sent a Location by nginx. */
class NginxLocationsTest {

  @Test
  void sendsNobodyBackWhoLeaves() {
    assertThat(
            decide(
                """
                server { listen 80; server_name a.example; return 301 https://b.example/; }
                """))
        .isEqualTo(new Verdict.LoopFree(java.util.OptionalInt.of(0)));
  }

  @Test
  void followsWhatBrowsersEncode() {
    Verdict verdict =
        decide(
            """
            server { listen 80; location = /a { return 301 "/{x}"; }
                     location = "/{x}" { return 301 /a; } location / { return 404; } }
            """);
    assertThat(witness(verdict).chain().end()).isEqualTo(End.LOOP);
  }

  @Test
  void followsNobodyToAUrlWithoutAHost() {
    assertThat(decide("server { listen 80; return 301 http:///x; }"))
        .isEqualTo(new Verdict.LoopFree(java.util.OptionalInt.of(0)));
  }

  /** A browser makes a slash of it, and asks. */
  @Test
  void followsRedirectsToPathsWithBackslashes() {
    assertThat(
            decide(
                """
                server { listen 80; server_name "~^(www\\.)?(?<dom>.+)$";
                         location /dir/ { return 308 "$server_name$uri"; } }
                """))
        .isNotInstanceOf(Verdict.LoopFree.class);
  }

  /** {@code /s/a%5Cb} leads to {@code /t/a\\b}, for which a browser asks as {@code /t/a/b}. */
  @Test
  void supposesThatNoRequestBringsABackslash() {
    assertThat(
            decide(
                """
                server { listen 80;
                  location ~ ^/s/(.+)$ { return 302 http://$host/t/$1; }
                  location ~ ^/t/[^/]+$ { return 404; }
                  location /t/ { set $x %5C; if ($uri ~ ^/t/c) { set $x %2B; }
                                 return 302 http://$host/s/a${x}b; }
                  location / { return 404; } }
                """))
        .isEqualTo(
            new Verdict.LoopFree(
                java.util.OptionalInt.empty(),
                java.util.List.of("no request brings a backslash (%5C)")));
  }

  @Test
  void followsNobodyToAnEmptyLocation() {
    assertThat(decide("server { listen 80; return 301 \"\"; }"))
        .isEqualTo(new Verdict.LoopFree(OptionalInt.of(0)));
    assertThat(decide("server { listen 80; server_name a.example; return 301 $arg_to; }"))
        .isNotInstanceOf(Verdict.LoopFree.class);
  }

  /** A fragment alone leads to the same page, not to the folder it lies in. */
  @Test
  void aFragmentLeadsBackToThePage() {
    Verdict verdict =
        decide(
            """
            server {
              listen 80;
              location ~ ^/a/b(c+)[.]d(e+)$ { return 301 "#x"; }
              location / { return 404; }
            }
            """);
    assertThat(witness(verdict).chain().end()).isEqualTo(End.LOOP);
  }
}
