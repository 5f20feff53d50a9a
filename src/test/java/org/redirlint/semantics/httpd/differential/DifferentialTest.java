package org.redirlint.semantics.httpd.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.http.Request;
import org.redirlint.judge.RunningServer;
import org.redirlint.judge.ServerBinary;
import org.redirlint.resolve.httpd.HttpdResult;
import org.redirlint.semantics.httpd.HttpdSimulator;
import org.redirlint.semantics.httpd.TestServers;

/**
 * Random rule sets and requests: the simulator answers as the real server does. Many rule sets,
 * each a virtual host of its own, go to one server. The first disagreement is shrunk and printed.
 */
class DifferentialTest {

  private static final int CONFIGURATIONS = Integer.getInteger("differential.configurations", 300);
  private static final int REQUESTS = Integer.getInteger("differential.requests", 10);
  private static final int MOST = Integer.getInteger("differential.most", 1);

  /** How many rule sets one server is given. */
  private static final int BATCH = 100;

  /** What grows with each round is given up early: httpd would take minutes. */
  private static final String BOUNDS = "LimitRequestLine 1000\n";

  /** The same for every build, so that a build fails for what was changed in it. */
  private static final long SEED = Long.getLong("differential.seed", 20261122);

  @TempDir private Path folder;
  private int port;
  private final Tally tally = new Tally();

  @Test
  void answersAsTheServerDoes() throws IOException {
    if (ServerBinary.HTTPD.installed().isEmpty()) {
      System.err.println("*** NO HTTPD BINARY: the simulator was NOT compared with the server ***");
      assertThat(System.getenv("CI")).as("CI has an httpd binary").isNotEqualTo("true");
      assumeTrue(false, "no httpd binary");
    }
    System.out.println(
        "differential test of httpd: -Ddifferential.seed=%d, %d rule sets, %d requests each"
            .formatted(SEED, CONFIGURATIONS, REQUESTS));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    port = RunningServer.freePorts(1)[0];
    Random random = new Random(SEED);
    int disagreed = 0;
    for (int done = 0; done < CONFIGURATIONS && disagreed < MOST; done += BATCH) {
      List<Case> batch = new ArrayList<>();
      for (int i = 0; i < Math.min(BATCH, CONFIGURATIONS - done); i++) {
        Generator generator = new Generator(new Random(random.nextLong()), "s" + i, port);
        RuleSet rules = generator.ruleSet();
        List<Request> requests = new ArrayList<>();
        for (int j = 0; j < REQUESTS; j++) {
          requests.add(generator.request());
        }
        batch.add(new Case("s" + i, rules, requests));
      }
      for (Disagreement found : compare(batch, tally)) {
        if (disagreed++ < MOST) {
          report(shrink(found));
        }
      }
    }
    System.out.println("differential test of httpd: " + tally);
    assertThat(disagreed).as("disagreements, see the output").isZero();
    assertThat(tally.unanswered()).as("requests the server did not answer in time").isEmpty();
    assertThat(tally.undetermined()).isLessThan(CONFIGURATIONS * REQUESTS / 20 + 1);
  }

  private record Case(String site, RuleSet rules, List<Request> requests) {}

  private record Disagreement(Case one, String real, String ours) {}

  /** Returns the first disagreement of each rule set. */
  private List<Disagreement> compare(List<Case> batch, Tally counts) throws IOException {
    Path box = Files.createTempDirectory(folder, "box");
    Files.setPosixFilePermissions(box, PosixFilePermissions.fromString("rwxr-xr-x"));
    StringBuilder hosts =
        new StringBuilder(BOUNDS + "RewriteMap lc int:tolower\nRewriteMap m txt:/srv/map.txt\n");
    Files.writeString(box.resolve("map.txt"), "a alpha\nb/c beta\n# no\n");
    for (Case one : batch) {
      plant(box.resolve("www").resolve(one.site()), one);
      host(one, RuleSet.HOST, one.site(), hosts);
      host(one, RuleSet.OTHER_HOST, "other." + one.site(), hosts);
    }
    String configuration = TestServers.framed(hosts.toString()).replace("/srv/", box + "/");
    HttpdResult resolved =
        TestServers.resolve(configuration, box.toString(), box, Set.of("ssl"), List.of());
    HttpdSimulator simulator = TestServers.simulator(resolved, box.toString(), box);
    List<Disagreement> found = new ArrayList<>();
    LostLocations lost = new LostLocations(box.resolve("error.log"));
    try (RunningServer server = RealHttpd.start(configuration, box, port)) {
      for (Case one : batch) {
        for (Request request : one.requests()) {
          String answered = asked(server, request);
          String real = lost.isOne(answered) ? Tally.LOST : answered;
          String ours = TestServers.shown(simulator.answer(request).answer());
          if (counts.compare(request, real, ours) == Tally.Comparison.DISAGREEMENT) {
            found.add(
                new Disagreement(new Case(one.site(), one.rules(), List.of(request)), real, ours));
            break;
          }
        }
      }
    }
    remove(box);
    return found;
  }

  private void host(Case one, String name, String server, StringBuilder hosts) {
    if (one.rules().files().containsKey(name)) {
      hosts.append("<VirtualHost *:").append(port).append(">\nServerName ").append(server);
      hosts.append(".test\nDocumentRoot /srv/www/").append(one.site()).append('\n');
      one.rules().files().get(name).forEach(line -> hosts.append(line).append('\n'));
      hosts.append("</VirtualHost>\n");
    }
  }

  /** Returns the server's answer; nothing if it gives none for longer than anybody waits. */
  private static String asked(RunningServer server, Request request) throws IOException {
    try {
      return server.ask(request);
    } catch (SocketTimeoutException endless) {
      return "";
    }
  }

  private static void plant(Path site, Case one) throws IOException {
    for (String name : Generator.FOLDERS) {
      Files.createDirectories(site.resolve(name));
    }
    for (String name : Generator.FILES) {
      Files.writeString(site.resolve(name), "text");
    }
    for (Map.Entry<String, List<String>> file : one.rules().files().entrySet()) {
      if (!RuleSet.isHost(file.getKey())) {
        Files.write(
            site.resolve(file.getKey()).resolve(".htaccess"),
            file.getValue(),
            StandardCharsets.ISO_8859_1);
      }
    }
  }

  private static void remove(Path box) throws IOException {
    try (Stream<Path> all = Files.walk(box)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private Disagreement shrink(Disagreement found) throws IOException {
    for (RuleSet smaller : found.one().rules().smaller()) {
      Case one = new Case(found.one().site(), smaller, found.one().requests());
      try {
        List<Disagreement> still = compare(List.of(one), new Tally());
        if (!still.isEmpty()) {
          return shrink(still.get(0));
        }
      } catch (RunningServer.RefusedException notAccepted) {
        // This line is needed.
      }
    }
    return found;
  }

  private static void report(Disagreement found) {
    Request request = found.one().requests().get(0);
    System.out.println(
        "---- seed %d%n%s%s %s HTTP/%s  Host: %s  %s%nhttpd:     %s%nsimulator: %s%n"
            .formatted(
                SEED,
                found.one().rules(),
                request.method(),
                request.target(),
                request.version(),
                request.host().orElse("-"),
                request.headers(),
                found.real(),
                found.ours()));
  }
}
