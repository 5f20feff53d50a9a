package org.redirlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.http.Method;
import org.redirlint.http.Url;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.parse.ConfigurationParser;
import org.redirlint.parse.httpd.ExpressionReader;
import org.redirlint.resolve.IncludeExpander;
import org.redirlint.resolve.IncludedFiles;
import org.redirlint.resolve.httpd.HttpdResolver;
import org.redirlint.resolve.httpd.Installation;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.Chain.End;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.Follower;
import org.redirlint.semantics.Simulator;
import org.redirlint.semantics.httpd.HttpdSimulator;
import org.redirlint.semantics.nginx.NginxSimulator;
import org.redirlint.semantics.nginx.TestConfigurations;
import org.redirlint.source.SourceFile;

/** Random configurations: what is proved to be free of loops sends no request in circles. */
class ProofTest {

  private static final long SEED = 20261122;
  private static final int REQUESTS = 300;
  private static final Set<End> ENDLESS =
      EnumSet.of(End.LOOP, End.GROWING, End.INTERNAL_LOOP, End.TOO_MANY);

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

  private static final List<String> HTACCESS =
      List.of(
          "RewriteRule ^a$ /b [R=301,L]",
          "RewriteRule ^b$ /a [R=302,L]",
          "RewriteRule ^c/(.*)$ /$1 [R=301,L]",
          "RewriteRule ^d(.*)$ /d/x$1 [R=301,L]",
          "RewriteRule ^e$ /c/e? [R,L]",
          "RewriteCond %{HTTP_HOST} =b.example\nRewriteRule ^ http://a.example%{REQUEST_URI} [R,L]",
          "RewriteCond %{QUERY_STRING} .\nRewriteRule ^f - [F]",
          "Redirect 301 /g /a",
          "RedirectMatch ^/h/(.*)$ /h/$1/x");

  private static final List<String> PATHS =
      List.of(
          "/", "/a", "/b", "/c", "/e", "/f", "/f/a", "/g", "/g/x", "/d/", "/d/a", "/dx", "/a/",
          "/b//c", "/c/a", "/c/c/a", "/h/a", "/a%2f", "/%61", "/x%20y/", "/a//", "/%2561");

  private final Random random = new Random(SEED);
  private int free;

  @Test
  void nothingThatIsProvedGoesInCirclesInNginx() {
    for (int i = 0; i < 40; i++) {
      String text = "http { server { listen 80; " + some(NGINX, "\n") + " } }";
      NginxConfiguration configuration = TestConfigurations.resolve(text).configuration();
      Verdict verdict = NginxAnalysis.decide(configuration, Facts.NONE, Set.of(), Set.of());
      check(text, verdict, world -> new NginxSimulator(configuration, world));
    }
    assertThat(free).isGreaterThan(5);
  }

  @Test
  void nothingThatIsProvedGoesInCirclesInHttpd() {
    for (int i = 0; i < 8; i++) {
      String text = "RewriteEngine On\n" + some(HTACCESS, "\n") + "\n";
      HttpdConfiguration configuration = htaccess(text);
      Verdict verdict = HttpdAnalysis.decide(configuration, Facts.NONE, Set.of(), Set.of());
      check(text, verdict, world -> new HttpdSimulator(configuration, world));
    }
    assertThat(free).isPositive();
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

  private void check(String text, Verdict verdict, Function<Facts, Simulator> simulators) {
    if (!(verdict instanceof Verdict.LoopFree loopFree)) {
      return;
    }
    free++;
    for (int i = 0; i < REQUESTS; i++) {
      FileStatus others = random.nextBoolean() ? FileStatus.MISSING : FileStatus.FILE;
      World world = new World(Facts.NONE, Map.of(), Optional.of(others));
      Url url =
          new Url(
              "http",
              random.nextBoolean() ? "a.example" : "b.example",
              80,
              PATHS.get(random.nextInt(PATHS.size())) + (random.nextBoolean() ? "?q=1" : ""));
      Follower.Options options = new Follower.Options(true, 24, Set.of(), false);
      Chain chain =
          new Follower(simulators.apply(world), options).follow(new Method("GET"), url, List.of());
      assertThat(chain.end()).as(text + url).isNotIn(ENDLESS);
      loopFree
          .longestChain()
          .ifPresent(
              longest ->
                  assertThat(chain.hops().size()).as(text + url).isLessThanOrEqualTo(longest + 1));
    }
  }

  private static HttpdConfiguration htaccess(String text) {
    IncludedFiles none = (pattern, folder, main) -> new IncludedFiles.Missing(pattern);
    LoadedConfiguration file =
        IncludeExpander.load(
                ConfigurationParser.parse(SourceFile.of(".htaccess", text), Dialect.HTACCESS)
                    .document(),
                none)
            .configuration();
    Installation installation =
        new Installation(
            Set.of("alias", "authz_core", "dir", "mime", "rewrite"),
            Map.of(),
            new NoServerFiles(),
            new ExpressionReader());
    return HttpdResolver.resolve(Optional.empty(), Map.of("/var/www/html/", file), installation)
        .configuration();
  }

  private static final class NoServerFiles implements Installation.ServerFiles {
    @Override
    public Optional<Boolean> exists(String path) {
      return Optional.empty();
    }

    @Override
    public Optional<String> read(String path) {
      return Optional.empty();
    }
  }
}
