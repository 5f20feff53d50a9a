package org.redirlint.semantics.nginx.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.analysis.search.MethodTable;
import org.redirlint.ast.Dialect;
import org.redirlint.http.Method;
import org.redirlint.http.Request;
import org.redirlint.http.Url;
import org.redirlint.judge.Followed;
import org.redirlint.judge.Proof;
import org.redirlint.judge.RunningServer;
import org.redirlint.judge.ServerBinary;
import org.redirlint.site.Knowledge;

/**
 * Random configurations that are proved to be free of loops: the real server sends nobody in
 * circles, nor through more redirects than there are at most. {@code -Dsoundness.requests} says how
 * many requests are made in all, {@code -Dsoundness.seed} makes others.
 */
class SoundnessTest {

  private static final int REQUESTS = Integer.getInteger("soundness.requests", 1_000);
  private static final long SEED = Long.getLong("soundness.seed", 20261122);
  private static final int EACH = 200;
  private static final int MOST_HOPS = 20;

  @TempDir private Path folder;

  @Test
  void whatIsProvedEnds() throws IOException {
    ServerBinary.NGINX.find();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path www = folder.resolve("www");
    for (String name : List.of("dir/sub", "dir2", "b", "x y", "a/a", "e")) {
      Files.createDirectories(www.resolve(name));
    }
    for (String name : List.of("index.html", "file.txt", "a/file.txt", "dir/index.html", "a.php")) {
      Files.writeString(www.resolve(name), "text");
    }
    RunningServer.makeCertificate(folder.resolve("tls"));
    int[] ports = RunningServer.freePorts(4);
    Random random = new Random(SEED);
    int requests = 0;
    int redirected = 0;
    int proved = 0;
    int configurations = 0;
    while (requests < REQUESTS) {
      Generator generator =
          new Generator(new Random(random.nextLong()), ports, www.toString(), true);
      String text = Node.print(generator.configuration(), "");
      Optional<Proof> proof =
          Proof.of("events {}\nhttp {\n" + text + "}\n", Dialect.NGINX, Knowledge.NOTHING);
      configurations++;
      if (proof.isPresent()) {
        int[] used = IntStream.of(ports).filter(port -> text.contains(":" + port)).toArray();
        try (RunningServer nginx = RealNginx.start(text, folder, used)) {
          proved++;
          for (int i = 0; i < EACH; i++) {
            redirected += check(nginx, generator.request(), proof.get(), used, text);
            requests++;
          }
        } catch (RunningServer.RefusedException refused) {
          // The generator does not know all that nginx refuses.
        }
      }
    }
    System.out.printf(
        "soundness of nginx's proofs: -Dsoundness.seed=%d, %d of %d configurations, %d requests,"
            + " %d redirects back%n",
        SEED, proved, configurations, requests, redirected);
    assertThat(redirected).isPositive();
  }

  private static boolean isBrowsers(Request request) {
    boolean method =
        MethodTable.METHODS.stream().anyMatch(known -> known.name().equals(request.method()));
    return method && !request.plain();
  }

  /** Returns how many redirects led back. */
  private static int check(
      RunningServer nginx, Request drawn, Proof proof, int[] ports, String text)
      throws IOException {
    Optional<Url> url = drawn.url(Url.defaultPort(drawn.scheme()));
    Set<Integer> listening = IntStream.of(ports).boxed().collect(Collectors.toSet());
    if (url.isEmpty() || !isBrowsers(drawn) || !listening.contains(url.get().port())) {
      return 0;
    }
    // A browser takes dot segments out of what it is given.
    Url asked = url.get().resolve(url.get().toString()).orElseThrow();
    Request request = Request.of(new Method(drawn.method()), asked, drawn.headers());
    Followed followed =
        Followed.from(
            nginx,
            request,
            next -> listening.contains(next.port()) && proof.leadsBack(next, asked.host()),
            MOST_HOPS);
    assertThat(followed.back())
        .as("%s%n%s", String.join("\n", followed.urls()), text)
        .isLessThan(MOST_HOPS)
        .isLessThanOrEqualTo(proof.longest().orElse(MOST_HOPS));
    return followed.back();
  }
}
