package org.redirlint.site;

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
import org.redirlint.Golden;
import org.redirlint.ast.Dialect;
import org.redirlint.ast.LoadedConfiguration;
import org.redirlint.judge.RunningServer;
import org.redirlint.judge.ServerBinary;
import org.redirlint.parse.ConfigurationParser;
import org.redirlint.resolve.IncludeExpander;
import org.redirlint.resolve.IncludedFiles;
import org.redirlint.semantics.Simulator;
import org.redirlint.semantics.httpd.differential.RealHttpd;
import org.redirlint.semantics.nginx.TestConfigurations;
import org.redirlint.semantics.nginx.differential.RealNginx;
import org.redirlint.source.Contents;
import org.redirlint.source.SourceFile;
import org.redirlint.trace.RequestReader;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answers recorded in {@code testdata/semantics/gateway}, of a server with another one behind
 * it: the simulator gives each of them. {@code -Dgolden=update} asks the servers anew.
 *
 * <p>Each folder holds two configurations, {@code front} on the ports 8080 and 8443 and {@code
 * back} on port 9090, of which the name's end tells the server; requests and answers.
 */
class GatewayAnswersTest {

  private static final Path CASES = Golden.TESTDATA.resolve("semantics/gateway");

  private static final List<String> PORTS = List.of("8080", "8443", "9090");

  private final ObjectMapper mapper = new ObjectMapper();

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> answersAsRecorded() {
    return Golden.list(CASES).stream()
        .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> check(path)));
  }

  private void check(Path path) throws IOException {
    Path front = configuration(path, "front");
    Path back = configuration(path, "back");
    Path answers = path.resolve("answers.jsonl");
    if (Golden.isUpdating()) {
      record(front, back, answers);
    }
    Path files = Files.createDirectories(folder.resolve("files"));
    Files.createDirectories(files.resolve("www"));
    Simulator simulator =
        Gateways.joined(
                Targets.of(
                    List.of(load(front), load(back)),
                    Knowledge.NOTHING,
                    Contents.onDisk(Path.of(""))),
                Map.of())
            .get(0)
            .site()
            .simulator(
                new DiskFacts(
                    Map.of("/srv", files), Optional.of("127.0.0.1"), Optional.of("127.0.0.1")));
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    List<String> lines = Files.readAllLines(answers);
    assertThat(lines.get(0)).as("the versions of the servers").startsWith("# ");
    for (String line : lines.subList(1, lines.size())) {
      String head = line.substring(0, line.indexOf("\"headers\"")) + " ";
      expected.add(head + mapper.readTree(line).path("expect").asString());
      actual.add(
          head
              + TestConfigurations.shownWithFields(
                  simulator.answer(new RequestReader().read(line).request()).answer()));
    }
    assertThat(actual).isEqualTo(expected);
  }

  private static Path configuration(Path folder, String name) {
    return Golden.list(folder).stream()
        .filter(file -> file.getFileName().toString().startsWith(name + "."))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isNginx(Path configuration) {
    return configuration.getFileName().toString().endsWith(".nginx.conf");
  }

  private static LoadedConfiguration load(Path file) throws IOException {
    IncludedFiles none = (pattern, outer, main) -> new IncludedFiles.Missing(pattern);
    SourceFile source = SourceFile.of(file.toString(), Files.readAllBytes(file));
    Dialect dialect = isNginx(file) ? Dialect.NGINX : Dialect.HTTPD;
    return IncludeExpander.load(ConfigurationParser.parse(source, dialect).document(), none)
        .configuration();
  }

  private void record(Path front, Path back, Path answers) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    int[] ports = RunningServer.freePorts(PORTS.size());
    try (RunningServer behind = start(back, ports);
        RunningServer asked = start(front, ports)) {
      assertThat(behind).isNotNull();
      List<String> recorded =
          new ArrayList<>(
              List.of(
                  "# " + ServerBinary.NGINX.version() + " and " + ServerBinary.HTTPD.version()));
      for (String line : Files.readAllLines(answers)) {
        if (!line.startsWith("#") && !line.isBlank()) {
          recorded.add(record(line, asked, ports));
        }
      }
      Files.write(answers, recorded);
    }
  }

  private String record(String line, RunningServer asked, int[] ports) throws IOException {
    ObjectNode node = (ObjectNode) mapper.readTree(line);
    ObjectNode sent = (ObjectNode) mapper.readTree(moved(line, ports));
    sent.put("port", ports[node.path("scheme").asString("http").equals("https") ? 1 : 0]);
    String answer = asked.askWithFields(new RequestReader().read(sent.toString()).request());
    for (int i = 0; i < ports.length; i++) {
      answer = answer.replace(String.valueOf(ports[i]), PORTS.get(i));
    }
    return node.put("expect", answer).toString();
  }

  private static String moved(String text, int[] ports) {
    String moved = text;
    for (int i = 0; i < ports.length; i++) {
      moved = moved.replace(PORTS.get(i), String.valueOf(ports[i]));
    }
    return moved;
  }

  private RunningServer start(Path configuration, int[] ports) throws IOException {
    Path box = Files.createTempDirectory(folder, "box");
    Files.setPosixFilePermissions(box, PosixFilePermissions.fromString("rwxr-xr-x"));
    RunningServer.makeCertificate(box.resolve("tls"));
    Files.createDirectories(box.resolve("www"));
    String text = Files.readString(configuration, StandardCharsets.ISO_8859_1);
    int[] used =
        PORTS.stream()
            .filter(text::contains)
            .filter(port -> listens(text, port))
            .mapToInt(port -> ports[PORTS.indexOf(port)])
            .toArray();
    String real = moved(text, ports).replace("/srv/", box + "/");
    return isNginx(configuration)
        ? RealNginx.start(real, box, used)
        : RealHttpd.start(real, box, used);
  }

  private static boolean listens(String text, String port) {
    return text.contains("listen " + port) || text.contains("<VirtualHost *:" + port);
  }
}
