package org.redirlint.semantics.nginx.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.judge.RunningServer;
import org.redirlint.judge.ServerBinary;
import org.redirlint.resolve.nginx.NginxResult;
import org.redirlint.semantics.nginx.NginxSimulator;
import org.redirlint.semantics.nginx.TestConfigurations;
import org.redirlint.site.DiskFacts;
import org.redirlint.source.SourceFile;
import org.redirlint.trace.RequestReader;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answers recorded in {@code testdata/semantics/nginx}: the simulator gives each of them, also
 * where there is no server. {@code -Dgolden=update} asks the server anew.
 *
 * <p>Each folder holds the content of an http block, on the ports 8080 and 8443 and with the
 * document root /srv/www; requests and answers; and, where files matter, their list.
 */
class RecordedTest {

  private static final Path CASES = Path.of("testdata/semantics/nginx");

  private final ObjectMapper mapper = new ObjectMapper();

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> answersAsRecorded() throws IOException {
    List<Path> cases;
    try (Stream<Path> found = Files.list(CASES)) {
      cases = found.filter(Files::isDirectory).sorted().toList();
    }
    assertThat(cases).isNotEmpty();
    return cases.stream()
        .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> check(path)));
  }

  private void check(Path path) throws IOException {
    Path box = Files.createDirectories(folder.resolve(path.getFileName().toString()));
    Path www = Files.createDirectories(box.resolve("www"));
    if (Files.exists(path.resolve("files.txt"))) {
      for (String name : Files.readAllLines(path.resolve("files.txt"))) {
        Files.createDirectories(www.resolve(name).getParent());
        if (name.endsWith("/")) {
          Files.createDirectories(www.resolve(name));
        } else {
          Files.writeString(www.resolve(name), "text");
        }
      }
    }
    String http = Files.readString(path.resolve("http.conf"), StandardCharsets.ISO_8859_1);
    Path answers = path.resolve("answers.jsonl");
    if (System.getProperty("golden", "check").equals("update")) {
      record(http, answers, box);
    }
    NginxResult resolved =
        TestConfigurations.resolve(
            SourceFile.of("http.conf", http.getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(resolved.problems()).isEmpty();
    NginxSimulator simulator =
        new NginxSimulator(
            resolved.configuration(),
            new DiskFacts(Map.of("/srv", box), Optional.of("127.0.0.1"), Optional.of("127.0.0.1")));
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    RequestReader reader = new RequestReader();
    List<String> lines = Files.readAllLines(answers);
    assertThat(lines.get(0)).as("the version of the server").startsWith("# nginx/");
    for (String line : lines.subList(1, lines.size())) {
      String head = mapper.readTree(line).path("target").asString() + " ";
      expected.add(head + mapper.readTree(line).path("expect").asString());
      actual.add(
          head
              + TestConfigurations.shownWithFields(
                  simulator.answer(reader.read(line).request()).answer()));
    }
    assertThat(actual).isEqualTo(expected);
  }

  private void record(String http, Path answers, Path box) throws IOException {
    int[] ports = RunningServer.freePorts(2);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    RunningServer.makeCertificate(box.resolve("tls"));
    String real =
        http.replace("8080", String.valueOf(ports[0]))
            .replace("8443", String.valueOf(ports[1]))
            .replace("/srv/", box + "/");
    List<String> recorded = new ArrayList<>(List.of("# " + ServerBinary.NGINX.version()));
    int[] used = real.contains(String.valueOf(ports[1])) ? ports : new int[] {ports[0]};
    try (RunningServer nginx = RealNginx.start(real, box, used)) {
      for (String line : Files.readAllLines(answers)) {
        if (line.startsWith("#") || line.isBlank()) {
          continue;
        }
        ObjectNode node = (ObjectNode) mapper.readTree(line);
        boolean https = node.path("scheme").asString("http").equals("https");
        ObjectNode sent = node.deepCopy();
        sent.put("port", ports[https ? 1 : 0]);
        String answer =
            nginx
                .askWithFields(new RequestReader().read(sent.toString()).request())
                .replace(":" + ports[0], ":8080")
                .replace(":" + ports[1], ":8443")
                .replace(box + "/", "/srv/");
        recorded.add(node.put("expect", answer).toString());
      }
    }
    Files.write(answers, recorded);
  }
}
