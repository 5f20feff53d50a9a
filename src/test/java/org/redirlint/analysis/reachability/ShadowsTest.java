package org.redirlint.analysis.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redirlint.http.Method;
import org.redirlint.http.Request;
import org.redirlint.http.Url;
import org.redirlint.model.httpd.HttpdConfiguration;
import org.redirlint.model.nginx.NginxConfiguration;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.FileStatus;
import org.redirlint.semantics.Simulator;
import org.redirlint.semantics.Step;
import org.redirlint.semantics.httpd.HttpdSimulator;
import org.redirlint.semantics.httpd.TestConfigurations;
import org.redirlint.semantics.nginx.NginxSimulator;
import org.redirlint.source.Origin;

/** Random configurations: what is said to be out of reach takes no part in any answer. */
class ShadowsTest {

  private static final long SEED = 20261122;
  private static final int CONFIGURATIONS = 400;
  private static final int REQUESTS = 60;

  private static final List<String> PATTERNS =
      List.of(
          "^/a",
          "^/a/",
          "^/a/b$",
          "^/(.*)$",
          "/b",
          "b$",
          "^/A",
          ".",
          "^/a(/.*)?$",
          "^",
          "^b",
          "^/[ab]/");

  private static final List<String> FLAGS =
      List.of("", " last", " break", " permanent", " redirect");

  private static final List<String> REWRITTEN = List.of("/r", "/b", "/a/b", "/b/a");

  private static final List<String> PATHS =
      List.of(
          "/", "/a", "/a/", "/a/b", "/b", "/b/a", "/A", "/A/b", "/a/b/c", "/c", "/ab", "/b/",
          "/b/b", "/a/a/b");

  private static final List<String> PER_DIRECTORY =
      List.of(
          "^a",
          "^a/",
          "^a/b$",
          "^(.*)$",
          "b",
          "b$",
          "^A",
          "^",
          "^(.+)$",
          "!^a",
          "^$",
          "^[ab]/",
          "^a$",
          "^index\\.html$",
          "^a/index",
          "/$");

  private static final List<String> RULE_FLAGS =
      List.of(
          "",
          " [L]",
          " [R=301,L]",
          " [R,L]",
          " [END]",
          " [F]",
          " [C]",
          " [S=1]",
          " [NC,L]",
          " [R]",
          " [E=x:1]",
          " [NS,L]");

  private static final List<String> CONDITIONS =
      List.of(
          "RewriteCond %{QUERY_STRING} q\n",
          "RewriteCond %{HTTP_HOST} ^a\\.\n",
          "RewriteCond %{QUERY_STRING} q [OR]\nRewriteCond %{HTTP_HOST} ^a\\.\n",
          "RewriteCond %{ENV:x} 1\n",
          "RewriteCond $0 b\n");

  private final Random random = new Random(SEED);
  private final Set<String> seen = new HashSet<>();

  @Test
  void nothingOutOfReachTakesPartInNginx() {
    int shadows = 0;
    for (int i = 0; i < CONFIGURATIONS; i++) {
      String text = "http { server { listen 80; " + steps() + locations() + " } }";
      NginxConfiguration configuration =
          org.redirlint.semantics.nginx.TestConfigurations.resolve(text).configuration();
      List<Shadow> found = Shadows.of(configuration);
      shadows += found.size();
      check(text, found, new NginxSimulator(configuration, new AllFiles(random.nextBoolean())));
    }
    assertThat(shadows).isGreaterThan(CONFIGURATIONS / 2);
    assertThat(seen).hasSizeGreaterThan(CONFIGURATIONS);
  }

  @Test
  void nothingOutOfReachTakesPartInHttpd() {
    int shadows = 0;
    for (int i = 0; i < CONFIGURATIONS; i++) {
      String text = "RewriteEngine On\n" + rules() + redirects();
      HttpdConfiguration configuration = TestConfigurations.htaccess(text);
      List<Shadow> found = Shadows.of(configuration);
      shadows += found.size();
      check(text, found, new HttpdSimulator(configuration, new AllFiles(random.nextBoolean())));
    }
    assertThat(shadows).isGreaterThan(CONFIGURATIONS / 2);
    assertThat(seen).hasSizeGreaterThan(CONFIGURATIONS);
  }

  private void check(String text, List<Shadow> shadows, Simulator simulator) {
    for (int i = 0; i < REQUESTS; i++) {
      String target = one(PATHS) + (random.nextBoolean() ? "?q=1" : "");
      Url url = new Url("http", random.nextBoolean() ? "a.example" : "b.example", 80, target);
      for (Step step : simulator.answer(Request.of(Method.GET, url, List.of())).steps()) {
        seen.add(text + step.origin().span());
        assertThat(shadows)
            .as("%s of %s met %s", url, text, step.what())
            .noneMatch(shadow -> holds(shadow.place(), step.origin()));
      }
    }
  }

  private static boolean holds(Origin outer, Origin inner) {
    return outer.span().start() <= inner.span().start() && inner.span().end() <= outer.span().end();
  }

  private String steps() {
    StringBuilder steps = new StringBuilder();
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      steps.append(
          switch (random.nextInt(6)) {
            case 0 -> "return 302 /r" + i + "; ";
            case 1 -> "if ($args) { return 403; } ";
            case 2 ->
                "if ($host = a.example) { rewrite "
                    + one(PATTERNS)
                    + " /r"
                    + i
                    + one(FLAGS)
                    + "; } ";
            case 3 -> "break; ";
            case 4 -> "if ($args) { break; } ";
            default -> "rewrite " + one(PATTERNS) + " " + one(REWRITTEN) + one(FLAGS) + "; ";
          });
    }
    return steps.toString();
  }

  private String locations() {
    Set<String> names = new HashSet<>();
    StringBuilder locations = new StringBuilder();
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      String name =
          switch (random.nextInt(4)) {
            case 0 -> "= " + one(PATHS);
            case 1 -> "^~ " + one(PATHS);
            case 2 -> "~ " + one(PATTERNS);
            default -> one(PATHS);
          };
      if (names.add(name.replace("^~ ", ""))) {
        locations.append("location " + name + " { " + steps() + "return 302 /l" + i + "; } ");
      }
    }
    return locations.toString();
  }

  private String rules() {
    StringBuilder rules = new StringBuilder();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      rules.append(random.nextInt(3) == 0 ? one(CONDITIONS) : "");
      String target = random.nextInt(3) == 0 ? "-" : random.nextBoolean() ? "/t" + i : "/a/t$0";
      rules.append("RewriteRule " + one(PER_DIRECTORY) + " " + target + one(RULE_FLAGS) + "\n");
    }
    return rules.toString();
  }

  private String redirects() {
    StringBuilder redirects = new StringBuilder();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      redirects.append(
          random.nextBoolean()
              ? "Redirect " + one(PATHS) + " /x" + i + "\n"
              : "RedirectMatch " + one(PATTERNS) + " /x" + i + "\n");
    }
    return redirects.toString();
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private record AllFiles(boolean there) implements Facts {
    @Override
    public Optional<FileStatus> file(String path) {
      boolean folder = path.endsWith("/") || "/var/www/html".startsWith(path);
      return Optional.of(
          folder ? FileStatus.DIRECTORY : there ? FileStatus.FILE : FileStatus.MISSING);
    }

    @Override
    public Optional<String> hostname() {
      return Optional.empty();
    }

    @Override
    public Optional<String> clientAddress() {
      return Optional.empty();
    }

    @Override
    public Optional<String> serverAddress() {
      return Optional.empty();
    }
  }
}
