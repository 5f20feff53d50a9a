package org.redirlint.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redirlint.ruleset.yaml.Node;
import org.redirlint.ruleset.yaml.Node.Mapping;
import org.redirlint.ruleset.yaml.NodeFile;
import org.redirlint.ruleset.yaml.YamlFile;

/** The rulesets that come with redirlint, as the build has read them. */
class BuiltInRulesetsTest {

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("rulesets"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void sayWhatTheirYamlSays(String name) throws IOException {
    Mapping yaml = BuiltInRulesets.ofYaml(name).orElseThrow();
    assertThat(new BuiltInRulesets().find(name)).contains(yaml);
    assertThat(NodeFile.read(NodeFile.write(Map.of("rulesets/" + name + ".yaml", yaml))))
        .containsExactly(Map.entry("rulesets/" + name + ".yaml", yaml));
  }

  @Test
  void areNoneThatAreNotThere() {
    assertThat(new BuiltInRulesets().find("../rulesets/all")).isEmpty();
    assertThat(new BuiltInRulesets().find("al")).isEmpty();
  }

  @Test
  void areWrittenAndReadWithEverythingYamlCanHold() throws IOException {
    Node yaml =
        YamlFile.read(
            "own.yaml",
            "list: [a, [], {}, '']\n\nnothing:\n\"ä → \\U0001F600\": |\n  two\n  lines\n");
    assertThat(NodeFile.read(NodeFile.write(Map.of("own.yaml", yaml)))).containsValue(yaml);
  }
}
