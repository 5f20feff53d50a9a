package org.redirlint.semantics.httpd.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.ast.Dialect;
import org.redirlint.http.Method;
import org.redirlint.http.Request;
import org.redirlint.http.Url;
import org.redirlint.judge.Followed;
import org.redirlint.judge.Proof;
import org.redirlint.judge.RunningServer;
import org.redirlint.judge.ServerBinary;
import org.redirlint.semantics.httpd.TestServers;
import org.redirlint.site.Knowledge;
import org.redirlint.site.PathMap;

/**
 * Random rule sets that are proved to be free of loops: the real server sends nobody in circles,
 * nor through more redirects than there are at most. {@code -Dsoundness.requests} says how many
 * requests are made in all, {@code -Dsoundness.seed} makes others.
 */
class SoundnessTest {

  private static final int REQUESTS = Integer.getInteger("soundness.requests", 1_000);
  private static final long SEED = Long.getLong("soundness.seed", 20261122);
  private static final int EACH = 50;
  private static final int MOST_HOPS = 20;

  @TempDir private Path folder;

  @Test
  void whatIsProvedEnds() throws IOException {
    ServerBinary.HTTPD.find();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    int port = RunningServer.freePorts(1)[0];
    Random random = new Random(SEED);
    int requests = 0;
    int redirected = 0;
    int proved = 0;
    int configurations = 0;
    while (requests < REQUESTS) {
      Generator generator = new Generator(new Random(random.nextLong()), "s0", port);
      RuleSet rules = generator.ruleSet();
      Path box = folder.resolve("box" + configurations++);
      plant(box.resolve("www/s0"), rules);
      String text = TestServers.framed(hosts(rules, port)).replace("/srv/", box + "/");
      Knowledge knowledge =
          Knowledge.NOTHING.with(new PathMap(List.of(new PathMap.Mapping(box.toString(), box))));
      Optional<Proof> proof = Proof.of(text, Dialect.HTTPD, knowledge);
      if (proof.isPresent()) {
        try (RunningServer httpd = RealHttpd.start(text, box, port)) {
          proved++;
          for (int i = 0; i < EACH; i++) {
            redirected += check(httpd, generator.request(), proof.get(), port, rules);
            requests++;
          }
        } catch (RunningServer.RefusedException refused) {
          // The generator does not know all that httpd refuses.
        }
      }
    }
    System.out.printf(
        "soundness of httpd's proofs: -Dsoundness.seed=%d, %d of %d rule sets, %d requests,"
            + " %d redirects back%n",
        SEED, proved, configurations, requests, redirected);
    assertThat(redirected).isPositive();
  }

  private static String hosts(RuleSet rules, int port) {
    StringBuilder text =
        new StringBuilder("RewriteMap lc int:tolower\nRewriteMap m txt:/srv/map.txt\n");
    Map.of(RuleSet.HOST, "s0.test", RuleSet.OTHER_HOST, "other.s0.test").entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
        .filter(host -> rules.files().containsKey(host.getKey()))
        .forEach(
            host -> {
              text.append("<VirtualHost *:").append(port).append(">\nServerName ");
              text.append(host.getValue()).append("\nDocumentRoot /srv/www/s0\n");
              rules.files().get(host.getKey()).forEach(line -> text.append(line).append('\n'));
              text.append("</VirtualHost>\n");
            });
    return text.toString();
  }

  private static void plant(Path site, RuleSet rules) throws IOException {
    for (String name : Generator.FOLDERS) {
      Files.createDirectories(site.resolve(name));
    }
    Files.writeString(site.getParent().resolveSibling("map.txt"), "a alpha\nb/c beta\n");
    for (String name : Generator.FILES) {
      Files.writeString(site.resolve(name), "text");
    }
    for (Map.Entry<String, List<String>> file : rules.files().entrySet()) {
      if (!RuleSet.isHost(file.getKey())) {
        Files.write(
            site.resolve(file.getKey()).resolve(".htaccess"),
            file.getValue(),
            StandardCharsets.ISO_8859_1);
      }
    }
  }

  /** Returns how many redirects led back. */
  private static int check(RunningServer httpd, Request drawn, Proof proof, int port, RuleSet rules)
      throws IOException {
    Optional<Url> url = drawn.url(port);
    if (url.isEmpty()) {
      return 0;
    }
    // A browser takes dot segments out of what it is given.
    String given = "http://" + url.get().host() + ":" + port + url.get().target();
    Url asked = url.get().resolve(given).orElseThrow();
    Request request = Request.of(new Method(drawn.method()), asked, drawn.headers());
    try {
      Followed followed =
          Followed.from(
              httpd,
              request,
              next -> next.port() == port && proof.leadsBack(next, asked.host()),
              MOST_HOPS);
      assertThat(followed.back())
          .as("%s%n%s", String.join("\n", followed.urls()), rules)
          .isLessThan(MOST_HOPS)
          .isLessThanOrEqualTo(proof.longest().orElse(MOST_HOPS));
      return followed.back();
    } catch (SocketTimeoutException endless) {
      throw new AssertionError("%s: no answer in time%n%s".formatted(asked, rules), endless);
    }
  }
}
