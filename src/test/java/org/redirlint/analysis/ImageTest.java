package org.redirlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.redirlint.http.Method;
import org.redirlint.http.Request;
import org.redirlint.http.Status;
import org.redirlint.http.Url;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.regex.Language;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.TransitionSystem;
import org.redirlint.semantics.nginx.NginxSimulator;
import org.redirlint.semantics.nginx.NginxSystem;
import org.redirlint.semantics.nginx.TestConfigurations;

/**
 * The image of all requests under one redirect holds whatever the simulator makes of any of them.
 */
class ImageTest {

  private static final long SEED = Long.getLong("image.seed", 20261122);
  private static final int CONFIGURATIONS = Integer.getInteger("image.configurations", 60);
  private static final int REQUESTS = 100;

  private static final Language HERE = Language.anyOf(List.of("a.example", "b.example"));
  private static final List<String> LINES =
      List.of(
          "location = /a { return 301 /b; }",
          "location = /b { return 302 /c$is_args$args; }",
          "location /d/ { return 307 /a$request_uri; }",
          "location /e { return 301 $scheme://a.example$request_uri; }",
          "location /f { rewrite ^/f/(.*)$ /$1 permanent; return 200; }",
          "location /g { rewrite ^/g(.*)$ /g/x$1 redirect; return 200; }",
          "location ~ ^/h/(.+)\\.html$ { return 303 /$1; }",
          "location /i { return 308 https://$host$uri; }",
          "location /j { return 301 ?page=$arg_q; }",
          "location /k/ { return 302 k?$args; }",
          "location ^~ /l { return 301 //b.example/l$request_uri; }",
          "location = /m { return 301 https://b.example; }",
          "location /n { root /srv; try_files $uri $uri/ /a; }",
          "location /o { alias /srv/; index x.html; }",
          "error_page 404 /a;",
          "error_page 404 =301 http://b.example/gone;",
          "if ($host = b.example) { return 301 http://a.example$request_uri; }",
          "if ($args ~ ^q=(.)) { return 301 $uri?$1; }",
          "if ($request_method = POST) { return 303 /posted; }",
          "if ($http_x_forwarded_proto = http) { return 301 https://$host$request_uri; }",
          "rewrite ^/(.*)/$ /$1 permanent;",
          "rewrite ^(.*)//(.*)$ $1/$2 permanent;",
          "rewrite ^/p(.*)$ $scheme://b.example/x$1? redirect;",
          "set $v $1$uri; location /q { return 301 $v; }");

  private static final List<String> PATHS =
      List.of(
          "/",
          "/a",
          "/b",
          "/c",
          "/d/",
          "/d/a",
          "/e/x",
          "/f/a",
          "/f/",
          "/g",
          "/g/x",
          "/h/a.html",
          "/h/x/y.html",
          "/i",
          "/i/%20x",
          "/j",
          "/k/",
          "/k/a",
          "/l",
          "/lx",
          "/m",
          "/n",
          "/n/",
          "/n/dir",
          "/o/",
          "/o/x",
          "/p",
          "/p/q",
          "/q",
          "/q/%C3%A9",
          "/b//c",
          "/x/",
          "/%61",
          "/a+b",
          "/none",
          "/a%2Fb",
          "/d/%25");

  private static final List<String> QUERIES = List.of("", "", "?q=1", "?", "?a=b&q=%20", "?q");

  private final Random random = new Random(SEED);

  @Test
  void everyRedirectLeadsIntoTheImage() {
    int redirected = 0;
    for (int i = 0; i < CONFIGURATIONS; i++) {
      redirected += check("http { server { listen 80; listen 443 ssl;\n" + server() + "} }");
    }
    assertThat(redirected).isGreaterThan(CONFIGURATIONS);
  }

  private static boolean listens(String scheme, int port) {
    return port == Url.defaultPort(scheme);
  }

  private String server() {
    List<String> lines = new ArrayList<>(LINES);
    Collections.shuffle(lines, random);
    return "server_name a.example b.example;\n"
        + String.join("\n", lines.subList(0, 1 + random.nextInt(5)))
        + "\n";
  }

  /** Returns how many redirects led back. */
  private int check(String text) {
    NginxConfiguration configuration = TestConfigurations.resolve(text).configuration();
    Budget budget = new Budget();
    Languages domain = new Languages(new Memory(budget));
    Explorer<?> explorer =
        explorer(
            domain,
            new NginxSystem<>(domain, Facts.NONE, configuration),
            new Client(HERE, List.of(80, 443), ImageTest::listens, Backslashes.followed()),
            new Attempt(budget, List.of()));
    Map<String, List<Way>> ways =
        Map.of(
            "http", explorer.ways(RequestSet.all("http", 80)),
            "https", explorer.ways(RequestSet.all("https", 443)));
    int redirected = 0;
    for (int i = 0; i < REQUESTS; i++) {
      String scheme = random.nextBoolean() ? "http" : "https";
      Url url =
          new Url(
              scheme, one(List.of("a.example", "b.example")), Url.defaultPort(scheme), target());
      Method method = one(List.of(Method.GET, Method.GET, Method.POST, Method.HEAD));
      Optional<Hop> hop = hop(configuration, method, url);
      if (hop.isPresent()) {
        redirected++;
        assertThat(ways.get(scheme))
            .extracting(way -> way.next().filter(next -> holds(next.requests(), hop.get())))
            .as("%s %s leads to %s with%n%s", method.name(), url, hop.get(), text)
            .anyMatch(Optional::isPresent);
      }
    }
    return redirected;
  }

  private static <S> Explorer<S> explorer(
      Languages domain, TransitionSystem<Term, S> server, Client client, Attempt attempt) {
    return new Explorer<>(domain, server, client, attempt);
  }

  private record Hop(Method method, Url url) {}

  /** Returns where the simulator redirects to, if that leads back. */
  private Optional<Hop> hop(NginxConfiguration configuration, Method method, Url url) {
    FileStatus others = one(List.of(FileStatus.MISSING, FileStatus.FILE, FileStatus.DIRECTORY));
    World world = new World(Facts.NONE, Map.of(), Optional.of(others));
    Answer<String> answer =
        new NginxSimulator(configuration, world)
            .answer(Request.of(method, url, List.of()))
            .answer();
    if (!(answer instanceof Answer.Response<String> response)
        || !Status.isRedirect(response.status())) {
      return Optional.empty();
    }
    return response
        .location()
        .flatMap(url::resolve)
        .filter(next -> HERE.contains(next.host()) && listens(next.scheme(), next.port()))
        .filter(next -> !isRefused(next))
        .map(next -> new Hop(Status.methodAfter(response.status(), method), next));
  }

  /** nginx answers 400 to a percent sign without two digits before it looks for a location. */
  private static boolean isRefused(Url url) {
    return url.target().replaceFirst("\\?.*", "").matches(".*%(?![0-9A-Fa-f]{2}).*");
  }

  private static boolean holds(RequestSet set, Hop hop) {
    String target = hop.url().target();
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    String query = mark < 0 ? "" : target.substring(mark);
    return set.scheme().equals(hop.url().scheme())
        && set.port() == hop.url().port()
        && set.method().contains(hop.method().name())
        && set.host().contains(hop.url().host())
        && set.path().contains(path)
        && set.query().contains(query);
  }

  private String target() {
    return one(PATHS) + one(QUERIES);
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
