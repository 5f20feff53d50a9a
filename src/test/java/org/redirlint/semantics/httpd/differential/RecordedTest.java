package org.redirlint.semantics.httpd.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.Golden;
import org.redirlint.judge.RunningServer;
import org.redirlint.judge.ServerBinary;
import org.redirlint.resolve.httpd.HttpdResult;
import org.redirlint.semantics.Simulator;
import org.redirlint.semantics.httpd.TestServers;
import org.redirlint.trace.RequestReader;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answers recorded in {@code testdata/semantics/httpd}: the simulator gives each of them, also
 * where there is no server. {@code -Dgolden=update} asks the server anew.
 *
 * <p>Each folder holds what stands in a virtual host on port 8080 (host.conf), the files below
 * /srv/www (www), and requests with their answers.
 */
class RecordedTest {

  private static final Path CASES = Path.of("testdata/semantics/httpd");

  private final ObjectMapper mapper = new ObjectMapper();

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> answersAsRecorded() {
    List<Path> cases = Golden.list(CASES);
    assertThat(cases).isNotEmpty();
    return cases.stream()
        .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> check(path)));
  }

  private void check(Path path) throws IOException {
    Path box = Files.createDirectories(folder.resolve(path.getFileName().toString()));
    copy(path.resolve("www"), box.resolve("www"));
    String host = Files.readString(path.resolve("host.conf"), StandardCharsets.ISO_8859_1);
    String configuration =
        TestServers.framed(
            "<VirtualHost *:8080>\nServerName www.example.com\nDocumentRoot /srv/www\n"
                + host
                + "</VirtualHost>\n");
    Path answers = path.resolve("answers.jsonl");
    if (Golden.isUpdating()) {
      record(configuration, answers, box);
    }
    HttpdResult resolved = TestServers.resolve(configuration, box, Set.of("ssl"), List.of());
    Simulator simulator = TestServers.simulator(resolved, box);
    RequestReader reader = new RequestReader();
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    List<String> lines = Files.readAllLines(answers);
    assertThat(lines.get(0)).as("the version of the server").startsWith("# Apache/");
    for (String line : lines.subList(1, lines.size())) {
      String head = mapper.readTree(line).path("target").asString() + " ";
      expected.add(head + mapper.readTree(line).path("expect").asString());
      actual.add(
          head
              + TestServers.shownWithFields(
                  simulator.answer(reader.read(line).request()).answer()));
    }
    assertThat(actual).isEqualTo(expected);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private void record(String configuration, Path answers, Path box) throws IOException {
    int port = RunningServer.freePorts(1)[0];
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    String real = configuration.replace("8080", String.valueOf(port)).replace("/srv/", box + "/");
    List<String> recorded = new ArrayList<>(List.of("# " + ServerBinary.HTTPD.version()));
    try (RunningServer server = RealHttpd.start(real, box, port)) {
      for (String line : Files.readAllLines(answers)) {
        if (line.startsWith("#") || line.isBlank()) {
          continue;
        }
        ObjectNode node = (ObjectNode) mapper.readTree(line);
        ObjectNode sent = node.deepCopy();
        sent.put("port", port);
        if (node.path("host").isString()) {
          sent.put("host", node.path("host").asString().replaceFirst(":8080$", ":" + port));
        }
        String answer =
            server
                .askWithFields(new RequestReader().read(sent.toString()).request())
                .replace(":" + port, ":8080")
                .replace(box + "/", "/srv/");
        recorded.add(node.put("expect", answer).toString());
      }
    }
    Files.write(answers, recorded);
  }
}
