package org.redirlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redirlint.http.Method;
import org.redirlint.http.Url;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.Chain.End;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.Follower;
import org.redirlint.semantics.Simulator;
import org.redirlint.semantics.nginx.NginxSimulator;
import org.redirlint.semantics.nginx.TestConfigurations;

/** Random configurations: what is proved to be free of loops sends no request in circles. */
class ProofTest {

  private static final long SEED = 20261122;
  private static final int REQUESTS = 300;

  private static final List<String> NGINX =
      List.of(
          "location = /a { return 301 /b; }",
          "location = /b { return 302 /c$is_args$args; }",
          "location = /c { return 301 /a; }",
          "location /d/ { return 301 /a$request_uri; }",
          "location /e { return 301 $scheme://a.example$request_uri; }",
          "location /f { rewrite ^/f/(.*)$ /$1 permanent; return 200; }",
          "location /g { rewrite ^/g(.*)$ /g/x$1 redirect; return 200; }",
          "if ($host = b.example) { return 301 http://a.example$request_uri; }",
          "if ($args) { return 301 $uri; }",
          "rewrite ^/(.*)/$ /$1 permanent;",
          "rewrite ^(.*)//(.*)$ $1/$2 permanent;");

  /** What one of two hosts does, that sends to the other. */
  private static final List<String> ACROSS =
      List.of(
          "location ~ ^/f/?(.*)$ { return 302 http://TO/$1; }",
          "location ~ ^/g/(.*)$ { return 302 http://TO/f/$1; }",
          "rewrite ^/c/?(.*)$ http://TO/$1 permanent;",
          "rewrite ^/d(.*)$ http://TO/c$1 permanent;",
          "rewrite ^/h/(.*)$ http://TO/$1? redirect;",
          "location /e { return 301 http://TO$request_uri; }",
          "location /x { return 301 http://TO$uri; }",
          "location = /a { return 301 http://TO/b; }",
          "return 301 http://TO$request_uri;");

  private static final List<String> PATHS =
      List.of(
          "/",
          "/a",
          "/b",
          "/c",
          "/e",
          "/f",
          "/f/a",
          "/g",
          "/g/x",
          "/d/",
          "/d/a",
          "/dx",
          "/a/",
          "/b//c",
          "/c/a",
          "/c/c/a",
          "/h/a",
          "/a%2f",
          "/%61",
          "/x%20y/",
          "/a//",
          "/%2561",
          "/f/../g/f/x",
          "/f..//g/../f/a",
          "/f/%252e%252e/f/a",
          "/c/c/d/c/a?d=/c",
          "/h/g/f/h/c/a",
          "/c%3F/c/a",
          "/d%3F&+",
          "/f/f/f/f/a",
          "/c/%5c..%5cc/a",
          "/gg/f/c");

  private final Random random = new Random(SEED);
  private int free;

  @Test
  void nothingThatIsProvedGoesInCircles() {
    for (int i = 0; i < 40; i++) {
      String text = "http { server { listen 80; " + some(NGINX, "\n") + " } }";
      NginxConfiguration configuration = TestConfigurations.resolve(text).configuration();
      Verdict verdict = NginxAnalysis.decide(configuration, Facts.NONE, Set.of(), Set.of());
      check(text, verdict, world -> new NginxSimulator(configuration, world));
    }
    assertThat(free).isGreaterThan(5);
  }

  @Test
  void nothingThatIsProvedGoesInCirclesBetweenHosts() {
    for (int i = 0; i < 60; i++) {
      String text =
          "http { server { listen 80; server_name a.example; "
              + some(ACROSS, "\n").replace("TO", "b.example")
              + " } server { listen 80; server_name b.example; "
              + some(ACROSS, "\n").replace("TO", "a.example")
              + " } }";
      NginxConfiguration configuration = TestConfigurations.resolve(text).configuration();
      Verdict verdict = NginxAnalysis.decide(configuration, Facts.NONE, Set.of(), Set.of());
      check(text, verdict, world -> new NginxSimulator(configuration, world));
    }
    assertThat(free).isGreaterThan(20);
  }

  private String some(List<String> lines, String between) {
    List<String> chosen = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    while (chosen.size() < count) {
      String line = lines.get(random.nextInt(lines.size()));
      if (!chosen.contains(line)) {
        chosen.add(line);
      }
    }
    return String.join(between, chosen);
  }

  private static Map<String, FileStatus> supposed(Verdict.LoopFree proof) {
    return proof.suppositions().stream()
        .filter(clause -> clause.endsWith(" is a file"))
        .collect(
            Collectors.toMap(
                clause -> clause.replace(" is a file", ""), clause -> FileStatus.FILE));
  }

  private void check(String text, Verdict verdict, Function<Facts, Simulator> simulators) {
    if (!(verdict instanceof Verdict.LoopFree loopFree)) {
      return;
    }
    free++;
    for (int i = 0; i < REQUESTS; i++) {
      FileStatus others = random.nextBoolean() ? FileStatus.MISSING : FileStatus.FILE;
      World world = new World(Facts.NONE, supposed(loopFree), Optional.of(others));
      Url url =
          new Url(
              "http",
              random.nextBoolean() ? "a.example" : "b.example",
              80,
              PATHS.get(random.nextInt(PATHS.size())) + (random.nextBoolean() ? "?q=1" : ""));
      Follower.Options options = new Follower.Options(true, 24, Set.of(), false);
      Chain chain =
          new Follower(simulators.apply(world), options).follow(new Method("GET"), url, List.of());
      assertThat(chain.end()).as(text + url).isIn(End.RESPONSE, End.EXTERNAL, End.UNDETERMINED);
      loopFree
          .longestChain()
          .ifPresent(
              longest ->
                  assertThat(chain.hops().size()).as(text + url).isLessThanOrEqualTo(longest + 1));
    }
  }
}
