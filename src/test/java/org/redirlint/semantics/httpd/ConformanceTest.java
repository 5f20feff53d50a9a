package org.redirlint.semantics.httpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.redirlint.resolve.httpd.HttpdResult;
import org.redirlint.semantics.Sandbox;
import org.redirlint.semantics.Simulator;
import org.redirlint.trace.RequestReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The recorded answers of the conformance suite: the simulator gives each of them. */
class ConformanceTest {

  private static final Path CASES = Path.of("../shared/conformance/cases/apache");

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
    List<String> lines = compare(path, folder.resolve(path.getFileName().toString()));
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split("\t", -1);
      expected.add(parts[0] + " " + parts[1]);
      actual.add(parts[0] + " " + parts[2]);
    }
    assertThat(actual).isEqualTo(expected);
  }

  /** Returns a line for each request: what is asked, what was recorded, what we answer. */
  static List<String> compare(Path path, Path box) throws IOException {
    Files.createDirectories(box);
    Sandbox.build(path, box);
    ObjectMapper mapper = new ObjectMapper();
    JsonNode about = mapper.readTree(Files.readString(path.resolve("case.json")));
    Set<String> modules = new HashSet<>();
    about.path("modules").forEach(module -> modules.add(module.asString()));
    List<String> defines = new ArrayList<>();
    about.path("defines").forEach(define -> defines.add(define.asString()));
    Path configuration = path.resolve("vhost.conf");
    String text =
        Files.exists(configuration)
            ? Files.readString(configuration, StandardCharsets.ISO_8859_1)
            : "";
    HttpdResult resolved = TestServers.resolve(TestServers.framed(text), box, modules, defines);
    Simulator simulator = TestServers.simulator(resolved, box);
    RequestReader reader = new RequestReader();
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(path.resolve("requests.jsonl"), StandardCharsets.UTF_8)) {
      if (line.isBlank()) {
        continue;
      }
      JsonNode expect = mapper.readTree(line).path("expect");
      RequestReader.Identified request = reader.read(line);
      String shown = TestServers.shown(simulator.answer(request.request()).answer());
      lines.add(
          request.id()
              + " "
              + request.request().method()
              + " "
              + request.request().host().orElse("-")
              + " "
              + request.request().target()
              + "\t"
              + expected(expect, shown)
              + "\t"
              + shown);
    }
    return lines;
  }

  /** A random map gives one of several answers, of which none can be told. */
  private static String expected(JsonNode expect, String shown) {
    Set<String> any = new TreeSet<>();
    expect.path("location_any").forEach(location -> any.add(location.asString()));
    if (any.size() > 1 && shown.startsWith("Undetermined")) {
      return shown;
    }
    String location = expect.path("location").isNull() ? "-" : expect.path("location").asString();
    return expect.path("status").asInt()
        + " "
        + (any.size() == 1 ? any.iterator().next() : location);
  }
}
