package org.redirlint.ruleset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.redirlint.ruleset.yaml.Node;
import org.redirlint.ruleset.yaml.Node.Mapping;
import org.redirlint.ruleset.yaml.NodeFile;
import org.redirlint.ruleset.yaml.YamlFile;

/**
 * The rulesets that come with redirlint, as they are written: read by the build, or from their YAML
 * where there was no build.
 */
final class BuiltInRulesets {

  private static final String FOLDER = "/org/redirlint/rulesets/";
  private static final String READ_BY_BUILD = FOLDER + "rulesets.nodes";

  private final Map<String, Node> files;

  BuiltInRulesets() {
    this.files = new HashMap<>(bytes(READ_BY_BUILD).map(NodeFile::read).orElseGet(Map::of));
  }

  /** Returns what a ruleset says; nothing if there is none of that name. */
  Optional<Mapping> find(String name) {
    String file = file(name);
    Node known = files.get(file);
    if (known != null) {
      return Optional.of(known.asMapping());
    }
    Optional<Mapping> read = ofYaml(name);
    read.ifPresent(ruleset -> files.put(file, ruleset));
    return read;
  }

  /** Returns what the YAML of a ruleset says; nothing if there is none of that name. */
  static Optional<Mapping> ofYaml(String name) {
    if (!name.matches("[a-z0-9-]+")) {
      return Optional.empty();
    }
    return bytes(FOLDER + name + RulesetLoader.ENDING)
        .map(yaml -> new String(yaml, StandardCharsets.UTF_8))
        .map(yaml -> YamlFile.read(file(name), yaml).asMapping());
  }

  private static String file(String name) {
    return "rulesets/" + name + RulesetLoader.ENDING;
  }

  private static Optional<byte[]> bytes(String resource) {
    try (InputStream stream = BuiltInRulesets.class.getResourceAsStream(resource)) {
      return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
