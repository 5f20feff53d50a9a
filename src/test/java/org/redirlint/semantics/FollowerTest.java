package org.redirlint.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redirlint.http.Method;
import org.redirlint.http.Url;
import org.redirlint.semantics.Chain.End;
import org.redirlint.semantics.nginx.NginxSimulator;
import org.redirlint.semantics.nginx.TestConfigurations;
import org.redirlint.site.DiskFacts;

class FollowerTest {

  private static final Follower.Options OPTIONS = new Follower.Options(true, 20, Set.of(), false);

  private static Chain follow(String method, String url, String server) {
    return follow(method, url, server, OPTIONS);
  }

  private static Chain follow(String method, String url, String server, Follower.Options options) {
    NginxSimulator simulator =
        new NginxSimulator(
            TestConfigurations.resolve("http { " + server + " }").configuration(),
            new DiskFacts(java.util.Map.of(), Optional.empty(), Optional.empty()));
    return new Follower(simulator, options)
        .follow(new Method(method), Url.parse(url).orElseThrow(), List.of());
  }

  @Test
  void twoServersSendEachOtherTheRequest() {
    Chain chain =
        follow(
            "GET",
            "http://a.test/x",
            "server { server_name a.test; return 301 http://b.test$request_uri; }"
                + "server { server_name b.test; return 301 http://a.test$request_uri; }");
    assertThat(chain.end()).isEqualTo(End.LOOP);
    assertThat(chain.hops()).hasSize(2);
    assertThat(chain.reason()).isEqualTo("comes back to http://a.test/x");
  }

  @Test
  void aUrlThatGrowsIsNoOrdinaryLoop() {
    Chain chain = follow("POST", "http://a.test/x", "server { return 307 /login$request_uri; }");
    assertThat(chain.end()).isEqualTo(End.GROWING);
    assertThat(chain.last().deciding().orElseThrow().what()).startsWith("return 307 /login/login");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void anEmptyLocationLeadsNowhere(String location) {
    Chain chain = follow("GET", "http://a.test/x", "server { return 301 \"" + location + "\"; }");
    assertThat(chain.end()).isEqualTo(End.RESPONSE);
    assertThat(chain.redirects()).isZero();
  }

  @Test
  void aPostBecomesAGetAndEnds() {
    Chain chain =
        follow(
            "POST",
            "http://a.test/x",
            "server { if ($request_method = POST) { return 302 /x; } return 204; }");
    assertThat(chain.end()).isEqualTo(End.RESPONSE);
    assertThat(chain.last().request().method()).isEqualTo("GET");
  }

  @Test
  void anotherHostIsNotFollowedUnlessItIsNamed() {
    String server =
        "server { server_name a.test; location /x { return 301 http://c.test/y; } location / { return 204; } }";
    assertThat(follow("GET", "http://a.test/x", server).end()).isEqualTo(End.EXTERNAL);
    Follower.Options named = new Follower.Options(true, 20, Set.of("c.test"), false);
    assertThat(follow("GET", "http://a.test/x", server, named).end()).isEqualTo(End.RESPONSE);
  }

  @Test
  void behindAProxyThatEndsTlsTheServerSeesPlainHttp() {
    String server =
        "server { if ($scheme = http) { return 301 https://$host$request_uri; } return 204; }";
    Follower.Options proxied = new Follower.Options(true, 20, Set.of(), true);
    assertThat(follow("GET", "https://a.test/x", server, proxied).end()).isEqualTo(End.LOOP);
    String forwarded = server.replace("$scheme", "$http_x_forwarded_proto");
    assertThat(follow("GET", "http://a.test/x", forwarded, proxied).end()).isEqualTo(End.RESPONSE);
  }

  @Test
  void anInternalLoopIsTheServersOwn() {
    Chain chain = follow("GET", "http://a.test/x", "server { location / { rewrite ^ /y last; } }");
    assertThat(chain.end()).isEqualTo(End.INTERNAL_LOOP);
  }

  @Test
  void whatIsNotKnownIsSaid() {
    assertThat(follow("GET", "http://a.test/x", "server { root /srv; }"))
        .satisfies(
            chain -> {
              assertThat(chain.end()).isEqualTo(End.UNDETERMINED);
              assertThat(chain.reason())
                  .isEqualTo("whether there is a file or a directory at /srv/x is not known");
            });
    assertThat(follow("GET", "http://a.test/x", "server { allow 10.0.0.0/8; deny all; }").reason())
        .isEqualTo("the client's address is not known");
    assertThat(
            follow(
                    "GET",
                    "http://a.test/x",
                    "server { root /srv; if (-f /srv/x) { set $y 1; } return 301 http://c.test/; }")
                .end())
        .isEqualTo(End.EXTERNAL);
  }

  @Test
  void hostileConfigurationsEnd() {
    StringBuilder doubling = new StringBuilder("set $a xxxxxxxx;");
    doubling.append("set $a $a$a;".repeat(64));
    Chain chain = follow("GET", "http://a.test/x", "server { " + doubling + " return 301 /$a; }");
    assertThat(chain.end()).isEqualTo(End.UNDETERMINED);
    String maps = "map $uri $a { volatile; default $b$b; } map $uri $b { volatile; default $a$a; }";
    assertThat(follow("GET", "http://a.test/x", maps + "server { return 301 /$a; }").end())
        .isEqualTo(End.UNDETERMINED);
    String lookahead = "server { rewrite ^/(?=a)(a|aa|a+)*\\1$ /y; return 204; }";
    assertThat(follow("GET", "http://a.test/" + "a".repeat(60) + "b", lookahead).end())
        .isEqualTo(End.UNDETERMINED);
  }

  private static final String SETS_COOKIE =
      "server { if ($cookie_seen) { return 204; } %s return 302 $request_uri; }";

  @Test
  void aRedirectThatSetsACookieAndLooksForItEnds() {
    String server = SETS_COOKIE.formatted("add_header Set-Cookie \"seen=1; Path=/\";");
    assertThat(follow("GET", "http://a.test/x", server).end()).isEqualTo(End.RESPONSE);
  }

  @Test
  void aCookieThatIsNotSentBackDoesNotHelp() {
    for (String attributes : List.of("Secure", "Path=/elsewhere", "Domain=b.test", "Max-Age=0")) {
      String server =
          SETS_COOKIE.formatted("add_header Set-Cookie \"seen=1; " + attributes + "\";");
      assertThat(follow("GET", "http://a.test/x", server).end()).as(attributes).isEqualTo(End.LOOP);
    }
  }

  @Test
  void aCookieThatIsSentBackEndsTheLoop() {
    for (String cookie :
        List.of(
            "seen=1; Expires=Wed, 21-Oct-2099 07:28:00 GMT",
            "seen=1; Expires=soon",
            "seen=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
            "seen=1; Max-Age=soon",
            "seen=1; Domain=.test; Path=elsewhere",
            "seen=1; Domain=A.test; SameSite=Lax; HttpOnly",
            " seen = 1 ; Path=/x",
            "seen=a b, c")) {
      String server = SETS_COOKIE.formatted("add_header Set-Cookie \"" + cookie + "\";");
      assertThat(follow("GET", "http://a.test/x/y", server).end())
          .as(cookie)
          .isEqualTo(End.RESPONSE);
    }
  }

  @Test
  void whatIsNoCookieIsNotKeptAndNotSpokenOf() {
    List<String> said = new ArrayList<>();
    Handler listening =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            said.add(entry.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger everything = Logger.getLogger("");
    everything.addHandler(listening);
    try {
      for (String cookie :
          List.of(
              "seen",
              "=seen",
              "",
              "; seen=1",
              "not seen=1",
              "seen=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
              "seen=1; Path=/x/y/",
              "seen=1; Path=/x/yy",
              "seen=1; Domain=.test; Domain=other.test")) {
        String server = SETS_COOKIE.formatted("add_header Set-Cookie \"" + cookie + "\";");
        assertThat(follow("GET", "http://a.test/x/y", server).end()).as(cookie).isEqualTo(End.LOOP);
      }
    } finally {
      everything.removeHandler(listening);
    }
    assertThat(said).isEmpty();
  }
}
