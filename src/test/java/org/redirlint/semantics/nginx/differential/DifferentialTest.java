package org.redirlint.semantics.nginx.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.redirlint.http.Request;
import org.redirlint.judge.RunningServer;
import org.redirlint.judge.ServerBinary;
import org.redirlint.resolve.nginx.NginxResult;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Facts;
import org.redirlint.semantics.nginx.NginxSimulator;
import org.redirlint.semantics.nginx.TestConfigurations;
import org.redirlint.site.DiskFacts;
import org.redirlint.source.SourceFile;

/**
 * Random configurations and requests: the simulator answers as the real server does. The first
 * disagreement is shrunk and printed as a configuration and a curl line.
 */
class DifferentialTest {

  private static final int CONFIGURATIONS = Integer.getInteger("differential.configurations", 300);
  private static final int REQUESTS = Integer.getInteger("differential.requests", 10);

  /** The same for every build, so that a build fails for what was changed in it. */
  private static final long SEED = Long.getLong("differential.seed", 20261122);

  private Path folder = Path.of("");
  private Path www = Path.of("");
  private int[] ports = new int[4];

  @Test
  void answersAsTheServerDoes() throws IOException {
    if (ServerBinary.NGINX.installed().isEmpty()) {
      System.err.println("*** NO NGINX BINARY: the simulator was NOT compared with the server ***");
      assertThat(System.getenv("CI")).as("CI has an nginx binary").isNotEqualTo("true");
      assumeTrue(false, "no nginx binary");
    }
    System.out.println(
        "differential test: -Ddifferential.seed="
            + SEED
            + ", "
            + CONFIGURATIONS
            + " configurations, "
            + REQUESTS
            + " requests each");
    folder = Files.createTempDirectory("redirlint-differential");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    www = folder.resolve("www");
    plant();
    RunningServer.makeCertificate(folder.resolve("tls"));
    ports = RunningServer.freePorts(4);
    Random random = new Random(SEED);
    int refused = 0;
    int disagreed = 0;
    int most = Integer.getInteger("differential.most", 1);
    for (int i = 0; i < CONFIGURATIONS; i++) {
      Generator generator = new Generator(new Random(random.nextLong()), ports, www.toString());
      List<Node> configuration = generator.configuration();
      List<Request> requests = new ArrayList<>();
      for (int j = 0; j < REQUESTS; j++) {
        requests.add(generator.request());
      }
      try {
        Optional<Request> wrong = disagreement(configuration, requests);
        if (wrong.isPresent()) {
          System.out.println(report(shrink(configuration, wrong.get()), wrong.get()));
          disagreed++;
          if (disagreed >= most) {
            break;
          }
        }
      } catch (RunningServer.RefusedException notAccepted) {
        refused++;
        if (Boolean.getBoolean("differential.refusals")) {
          System.out.println(notAccepted.getMessage());
        }
      }
    }
    System.out.println("differential test: nginx refused " + refused + " configurations");
    assertThat(disagreed).as("disagreements, see the output").isZero();
    assertThat(refused).as("refused configurations").isLessThan(CONFIGURATIONS / 10 + 1);
  }

  private void plant() throws IOException {
    for (String name : List.of("dir/sub", "dir2", "b", "x y", "a", "a/a", "e")) {
      Files.createDirectories(www.resolve(name));
    }
    for (String name :
        List.of(
            "index.html",
            "a.txt",
            "file.txt",
            "a/file.txt",
            "dir/index.html",
            "dir/sub/x.html",
            "b/index.html",
            "a.php",
            "dir/a",
            "x.html",
            "a/index.html.bak",
            "dir/file.txt")) {
      Files.writeString(www.resolve(name), "text");
    }
  }

  /** Returns the first request the simulator answers differently. */
  private Optional<Request> disagreement(List<Node> configuration, List<Request> requests)
      throws IOException {
    String text = Node.print(configuration, "");
    try (RunningServer nginx = RealNginx.start(text, folder, used(text))) {
      for (Request request : requests) {
        if (text.contains(":" + request.port().orElseThrow())
            && !agree(nginx.ask(request), simulated(text, request))) {
          return Optional.of(request);
        }
      }
      return Optional.empty();
    }
  }

  private int[] used(String text) {
    List<Integer> used = new ArrayList<>();
    for (int port : ports) {
      if (text.contains(":" + port)) {
        used.add(port);
      }
    }
    return used.stream().mapToInt(Integer::intValue).toArray();
  }

  private static boolean agree(String real, String ours) {
    // What nginx reads beyond an empty URI is not defined, and said to be undetermined.
    return ours.startsWith("Upstream")
        ? real.startsWith("502 ")
        : real.equals(ours) || ours.contains("falls back to an empty URI below an alias");
  }

  private String simulated(String text, Request request) {
    SourceFile source =
        SourceFile.of(
            "nginx.conf", ("http {\n" + text + "}\n").getBytes(StandardCharsets.ISO_8859_1));
    NginxResult resolved = TestConfigurations.resolve(source);
    if (!resolved.problems().isEmpty()) {
      return "refused: " + resolved.problems().get(0).message();
    }
    Facts facts =
        new DiskFacts(
            Map.of(folder.toString(), folder), Optional.of("127.0.0.1"), Optional.of("127.0.0.1"));
    Answer<String> answer =
        new NginxSimulator(resolved.configuration(), facts).answer(request).answer();
    // A root that is not given lies below the prefix the server was started with.
    return TestConfigurations.shown(answer).replace("/usr/share/nginx/", folder + "/");
  }

  private List<Node> shrink(List<Node> configuration, Request request) throws IOException {
    for (List<Node> smaller : Node.smaller(configuration)) {
      try {
        if (disagreement(smaller, List.of(request)).isPresent()) {
          return shrink(smaller, request);
        }
      } catch (RunningServer.RefusedException notAccepted) {
        // This directive is needed.
      }
    }
    return configuration;
  }

  private String report(List<Node> configuration, Request request) throws IOException {
    String text = Node.print(configuration, "");
    String real;
    try (RunningServer nginx = RealNginx.start(text, folder, used(text))) {
      real = nginx.ask(request);
    }
    return "---- seed "
        + SEED
        + "\n"
        + text
        + curl(request)
        + "\nnginx:     "
        + real
        + "\nsimulator: "
        + simulated(text, request)
        + "\n";
  }

  private static String curl(Request request) {
    StringBuilder line = new StringBuilder("curl -isk --path-as-is -X " + request.method());
    line.append(" --http").append(request.version());
    line.append(" -H 'Host: ").append(request.host().orElse("")).append("'");
    request
        .headers()
        .forEach(
            h -> line.append(" -H '").append(h.name()).append(": ").append(h.value()).append("'"));
    String scheme = request.plain() ? "http" : request.scheme();
    String target =
        request.target().startsWith("/")
            ? request.target()
            : "/ --request-target " + request.target();
    return line.append(" '" + scheme + "://127.0.0.1:")
        .append(request.port().orElseThrow())
        .append(target)
        .append("'")
        .toString();
  }
}
