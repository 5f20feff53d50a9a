package org.redirlint.semantics.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.resolve.nginx.NginxResult;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Sandbox;
import org.redirlint.semantics.Simulator;
import org.redirlint.site.DiskFacts;
import org.redirlint.source.SourceFile;
import org.redirlint.trace.RequestReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The recorded answers of the conformance suite: the simulator gives each of them. */
class ConformanceTest {

  private static final Path CASES = Path.of("../shared/conformance/cases/nginx");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> answersAsRecorded() throws IOException {
    assumeTrue(Files.isDirectory(CASES), "the conformance suite is not there");
    List<Path> cases;
    try (Stream<Path> found = Files.list(CASES)) {
      cases = found.sorted().toList();
    }
    return cases.stream()
        .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> check(path)));
  }

  private void check(Path path) throws IOException {
    Path box = folder.resolve(path.getFileName().toString());
    Sandbox.build(path, box);
    SourceFile config = SourceFile.of("nginx.conf", Files.readAllBytes(path.resolve("config")));
    NginxResult resolved = TestConfigurations.resolve(config);
    assertThat(resolved.problems()).isEmpty();
    Simulator simulator =
        new NginxSimulator(
            resolved.configuration(),
            new DiskFacts(Map.of("/srv", box), Optional.of("127.0.0.1"), Optional.of("127.0.0.1")));
    StringBuilder expected = new StringBuilder();
    StringBuilder actual = new StringBuilder();
    ObjectMapper mapper = new ObjectMapper();
    RequestReader reader = new RequestReader();
    for (String line : Files.readAllLines(path.resolve("requests.jsonl"), StandardCharsets.UTF_8)) {
      if (line.isBlank()) {
        continue;
      }
      JsonNode expect = mapper.readTree(line).path("expect");
      RequestReader.Identified request = reader.read(line);
      String head = request.id() + " " + request.request().target() + " ";
      Answer<String> answer = simulator.answer(request.request()).answer();
      String location = expect.path("location").isNull() ? "-" : expect.path("location").asString();
      expected.append(head).append(expect.path("status").asInt()).append(' ').append(location);
      expected.append('\n');
      actual.append(head).append(TestConfigurations.shown(answer)).append('\n');
    }
    assertThat(actual.toString()).isEqualTo(expected.toString());
  }
}
