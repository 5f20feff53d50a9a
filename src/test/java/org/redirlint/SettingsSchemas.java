package org.redirlint;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas by which editors know the settings and rulesets of a project. */
public enum SettingsSchemas {
  /** The schema of {@code .redirlint.yaml}. */
  SETTINGS("settings"),
  /** The schema of a file that settings extend. */
  RULESET("ruleset");

  private final Path file;

  SettingsSchemas(String name) {
    this.file = Path.of("src/main/resources/org/redirlint/schema/" + name + ".schema.json");
  }

  /** Returns its file. */
  public Path file() {
    return file;
  }

  /** Returns it as a tree. */
  public JsonNode tree() {
    return JsonMapper.builder().build().readTree(text());
  }

  /** Returns the keys of the mapping at a place in it, a JSON pointer. */
  public Set<String> keys(String pointer) {
    return new TreeSet<>(tree().at(pointer).propertyNames());
  }

  /** Returns what is wrong with a text of YAML. */
  public List<String> mistakes(String yaml) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(text(), InputFormat.JSON);
    return schema.validate(yaml, InputFormat.YAML).stream().map(Object::toString).toList();
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
